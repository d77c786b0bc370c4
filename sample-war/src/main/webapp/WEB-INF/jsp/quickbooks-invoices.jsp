<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="d" uri="urn:ledgerly:display" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Invoices in QuickBooks" area="quickbooks">
  <c:choose>
    <c:when test="${empty quickBooks.company()}"><h1 id="quickbooks-company">QuickBooks</h1></c:when>
    <c:otherwise><h1 id="quickbooks-company"><c:out value="${quickBooks.company()}"/></h1></c:otherwise>
  </c:choose>
  <c:choose>
    <c:when test="${invoices == null}">
      <section class="card narrow" aria-labelledby="unavailable">
        <h2 id="unavailable">QuickBooks does not answer right now</h2>
        <p>Your connection is kept and nothing is lost. Please try again in a minute.</p>
        <p><a class="button" id="retry" href="<c:url value="/app/quickbooks/invoices"/>">Try again</a></p>
      </section>
    </c:when>
    <c:when test="${empty invoices}">
      <p id="no-invoices" class="lead">This company has no invoices in QuickBooks yet.</p>
    </c:when>
    <c:otherwise>
      <p class="lead">The newest invoices in QuickBooks, read just now.</p>
      <section class="card" aria-label="Invoices in QuickBooks">
        <table class="rows" id="quickbooks-invoices">
          <caption class="unseen">Invoices in QuickBooks, the newest first</caption>
          <thead>
            <tr>
              <th scope="col">Number</th>
              <th scope="col">Customer</th>
              <th scope="col">Date</th>
              <th scope="col">Due</th>
              <th scope="col" class="number">Total</th>
              <th scope="col" class="number">Balance</th>
            </tr>
          </thead>
          <tbody>
            <c:forEach items="${invoices}" var="invoice">
              <tr>
                <th scope="row"><c:out value="${d:text(invoice.number())}"/></th>
                <td class="wide"><c:out value="${d:text(invoice.customer())}"/></td>
                <td data-label="Date">${d:date(invoice.issuedOn())}</td>
                <td data-label="Due">${d:date(invoice.dueOn())}</td>
                <td data-label="Total" class="number">${d:moneyIn(invoice.total(), invoice.currency())}</td>
                <td data-label="Balance" class="number">${d:moneyIn(invoice.balance(), invoice.currency())}</td>
              </tr>
            </c:forEach>
          </tbody>
        </table>
      </section>
    </c:otherwise>
  </c:choose>
</t:page>
