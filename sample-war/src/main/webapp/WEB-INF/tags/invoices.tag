<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="A table of the company's own invoices." %>
<%@ attribute name="rows" required="true" type="java.util.List" %>
<%@ attribute name="caption" required="true" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="d" uri="urn:ledgerly:display" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<table class="rows">
  <caption class="unseen"><c:out value="${caption}"/></caption>
  <thead>
    <tr>
      <th scope="col">Number</th>
      <th scope="col">Customer</th>
      <th scope="col">Issued</th>
      <th scope="col">Due</th>
      <th scope="col">Status</th>
      <th scope="col" class="number">Amount</th>
    </tr>
  </thead>
  <tbody>
    <c:forEach items="${rows}" var="invoice">
      <tr>
        <th scope="row"><c:out value="${invoice.number}"/></th>
        <td class="wide"><c:out value="${invoice.customer.name}"/><span class="sub"><c:out value="${invoice.description}"/></span></td>
        <td data-label="Issued">${d:date(invoice.issuedOn)}</td>
        <td data-label="Due">${d:date(invoice.dueOn)}</td>
        <td data-label="Status"><t:status value="${invoice.statusOn(today)}"/></td>
        <td data-label="Amount" class="number">${d:money(invoice.amount)}</td>
      </tr>
    </c:forEach>
  </tbody>
</table>
