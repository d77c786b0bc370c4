<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="New invoice" area="invoices">
  <h1>New invoice</h1>
  <form method="post" action="<c:url value="/app/invoices/new"/>" class="card stack narrow" novalidate>
    <input type="hidden" name="csrf" value="<c:out value="${csrf}"/>">
    <c:if test="${not empty form.errors}">
      <p role="alert" class="notice bad">Please look at the fields marked below.</p>
    </c:if>
    <div class="field">
      <label for="customer">Customer</label>
      <select id="customer" name="customer" required
          <c:if test="${not empty form.errors.customer}">aria-invalid="true" aria-describedby="customer-error"</c:if>>
        <option value="">Choose…</option>
        <c:forEach items="${customers}" var="each">
          <option value="${each.id}" <c:if test="${form.customer == each.id.toString()}">selected</c:if>><c:out value="${each.name}"/></option>
        </c:forEach>
      </select>
      <c:if test="${not empty form.errors.customer}"><p class="error" id="customer-error"><c:out value="${form.errors.customer}"/></p></c:if>
    </div>
    <div class="field">
      <label for="description">Description</label>
      <input id="description" name="description" maxlength="200" value="<c:out value="${form.description}"/>" required
          <c:if test="${not empty form.errors.description}">aria-invalid="true" aria-describedby="description-error"</c:if>>
      <c:if test="${not empty form.errors.description}"><p class="error" id="description-error"><c:out value="${form.errors.description}"/></p></c:if>
    </div>
    <div class="pair">
      <div class="field">
        <label for="issuedOn">Invoice date</label>
        <input id="issuedOn" name="issuedOn" type="date" value="<c:out value="${form.issuedOn}"/>" required
            <c:if test="${not empty form.errors.issuedOn}">aria-invalid="true" aria-describedby="issuedOn-error"</c:if>>
        <c:if test="${not empty form.errors.issuedOn}"><p class="error" id="issuedOn-error"><c:out value="${form.errors.issuedOn}"/></p></c:if>
      </div>
      <div class="field">
        <label for="dueOn">Due date</label>
        <input id="dueOn" name="dueOn" type="date" value="<c:out value="${form.dueOn}"/>" required
            <c:if test="${not empty form.errors.dueOn}">aria-invalid="true" aria-describedby="dueOn-error"</c:if>>
        <c:if test="${not empty form.errors.dueOn}"><p class="error" id="dueOn-error"><c:out value="${form.errors.dueOn}"/></p></c:if>
      </div>
    </div>
    <div class="field">
      <label for="amount">Amount in US dollars</label>
      <input id="amount" name="amount" inputmode="decimal" class="number" placeholder="0.00" value="<c:out value="${form.amount}"/>" required
          <c:if test="${not empty form.errors.amount}">aria-invalid="true" aria-describedby="amount-error"</c:if>>
      <c:if test="${not empty form.errors.amount}"><p class="error" id="amount-error"><c:out value="${form.errors.amount}"/></p></c:if>
    </div>
    <p class="actions">
      <button type="submit" id="create" class="button">Create invoice</button>
      <a href="<c:url value="/app/invoices"/>">Cancel</a>
    </p>
  </form>
</t:page>
