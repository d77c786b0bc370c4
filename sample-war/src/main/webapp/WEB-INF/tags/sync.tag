<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="What the nightly synchronisation last did." %>
<%@ attribute name="run" required="true" type="io.github.qbconnector.sample.accounting.SyncRun" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="d" uri="urn:ledgerly:display" %>
<c:choose>
  <c:when test="${empty run}">
    <p id="sync-result" class="muted">Nothing has been read yet. Once QuickBooks is connected, its invoices are read every night at half past two.</p>
  </c:when>
  <c:when test="${empty run.problem}">
    <p id="sync-result">${run.invoices} invoices read, ${run.unpaid} of them unpaid with a balance of <strong>${d:money(run.balance)}</strong>.</p>
    <p class="muted">${d:moment(run.endedAt)}</p>
  </c:when>
  <c:otherwise>
    <p id="sync-result" class="warn"><c:out value="${run.problem.sentence}"/></p>
    <p class="muted">${d:moment(run.endedAt)}</p>
  </c:otherwise>
</c:choose>
