<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="d" uri="urn:ledgerly:display" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Invoices" area="invoices">
  <div class="heading">
    <h1>Invoices</h1>
    <a class="button" href="<c:url value="/app/invoices/new"/>">New invoice</a>
  </div>
  <p class="lead">${d:money(totals.open())} open, ${d:money(totals.overdue())} overdue.</p>
  <section class="card" aria-label="Invoices">
    <t:invoices rows="${invoices}" caption="All invoices, the newest first"/>
  </section>
</t:page>
