<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="d" uri="urn:ledgerly:display" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Overview" area="overview">
  <div class="heading">
    <h1>Overview</h1>
    <a class="button" href="<c:url value="/app/invoices/new"/>">New invoice</a>
  </div>

  <dl class="figures">
    <div><dt>Open</dt><dd>${d:money(totals.open())}</dd><dd class="muted">${totals.openCount()} not due yet</dd></div>
    <div><dt>Overdue</dt><dd>${d:money(totals.overdue())}</dd><dd class="muted">${totals.overdueCount()} to remind of</dd></div>
    <div><dt>Paid</dt><dd>${d:money(totals.paid())}</dd><dd class="muted">${totals.paidCount()} settled</dd></div>
  </dl>

  <section aria-labelledby="newest" class="card">
    <div class="heading">
      <h2 id="newest">Newest invoices</h2>
      <a href="<c:url value="/app/invoices"/>">All invoices</a>
    </div>
    <t:invoices rows="${invoices}" caption="Newest invoices"/>
  </section>

  <div class="columns">
    <section aria-labelledby="customers" class="card">
      <h2 id="customers">Customers</h2>
      <table class="rows small">
        <thead>
          <tr><th scope="col">Name</th><th scope="col" class="number">Unpaid</th></tr>
        </thead>
        <tbody>
          <c:forEach items="${customers}" var="customer">
            <tr>
              <td class="wide"><c:out value="${customer.name()}"/><span class="sub"><c:out value="${customer.email()}"/></span></td>
              <td class="number" data-label="Unpaid">${d:money(customer.unpaid())}</td>
            </tr>
          </c:forEach>
        </tbody>
      </table>
    </section>

    <section aria-labelledby="quickbooks" class="card">
      <div class="heading">
        <h2 id="quickbooks">QuickBooks</h2>
        <t:connection value="${quickBooks}"/>
      </div>
      <c:if test="${not empty quickBooks.company()}">
        <p><strong><c:out value="${quickBooks.company()}"/></strong></p>
      </c:if>
      <p><c:out value="${quickBooks.sentence()}"/></p>
      <h3>Nightly sync</h3>
      <t:sync run="${sync}"/>
      <p class="end"><a href="<c:url value="/app/settings/quickbooks"/>">QuickBooks settings</a></p>
    </section>
  </div>
</t:page>
