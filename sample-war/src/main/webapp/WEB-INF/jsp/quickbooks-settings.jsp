<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="QuickBooks settings" area="settings">
  <h1>QuickBooks settings</h1>
  <p class="lead">One connection serves everybody at <c:out value="${member.company()}"/>.</p>

  <c:url var="connect" value="/quickbooks/connect"><c:param name="return" value="/app/settings/quickbooks"/></c:url>
  <div class="columns uneven">
    <section class="card" aria-labelledby="connection">
      <div class="heading">
        <h2 id="connection">Connection</h2>
        <span id="connection-state"><t:connection value="${quickBooks}"/></span>
      </div>
      <p id="connection-sentence"><c:out value="${quickBooks.sentence()}"/></p>

      <c:if test="${not empty quickBooks.facts()}">
        <dl class="facts">
          <c:forEach items="${quickBooks.facts()}" var="fact">
            <div><dt><c:out value="${fact.key}"/></dt><dd><c:out value="${fact.value}"/></dd></div>
          </c:forEach>
        </dl>
      </c:if>

      <c:choose>
        <c:when test="${not owner}">
          <p id="owners-only" class="muted">Only an owner of <c:out value="${member.company()}"/> can connect or disconnect QuickBooks.</p>
        </c:when>
        <c:otherwise>
          <div class="actions">
            <c:if test="${not empty quickBooks.connectLabel()}">
              <a class="button" id="connect" href="<c:out value="${connect}"/>"><c:out value="${quickBooks.connectLabel()}"/></a>
            </c:if>
            <c:if test="${quickBooks.stored()}">
              <form method="post" action="<c:url value="/app/settings/quickbooks"/>">
                <input type="hidden" name="csrf" value="<c:out value="${csrf}"/>">
                <button type="submit" id="check" name="action" value="check" class="button second">Check now</button>
              </form>
            </c:if>
          </div>
          <c:if test="${quickBooks.stored()}">
            <details id="end">
              <c:choose>
                <c:when test="${empty connectOther}">
                  <summary>End the connection</summary>
                  <p>Disconnecting forgets the set-up here; connecting again begins it anew. Your books and your invoices here stay as they are. The entry in the Web Connector on your computer stays too, until somebody removes it there.</p>
                </c:when>
                <c:otherwise>
                  <summary>Change or end the connection</summary>
                  <p>To work with another company’s books, <a id="connect-other" href="<c:out value="${connectOther}"/>">connect a different company</a>.</p>
                  <p>Disconnecting takes back our permission to read your QuickBooks. Your books there and your invoices here stay as they are.</p>
                </c:otherwise>
              </c:choose>
              <form method="post" action="<c:url value="/app/settings/quickbooks"/>">
                <input type="hidden" name="csrf" value="<c:out value="${csrf}"/>">
                <button type="submit" id="disconnect" name="action" value="disconnect" class="button danger">Disconnect QuickBooks</button>
              </form>
            </details>
          </c:if>
        </c:otherwise>
      </c:choose>
    </section>

    <section class="card" aria-labelledby="nightly">
      <h2 id="nightly">Nightly sync</h2>
      <t:sync run="${sync}"/>
      <c:if test="${owner and quickBooks.stored()}">
        <form method="post" action="<c:url value="/app/settings/quickbooks"/>" class="actions">
          <input type="hidden" name="csrf" value="<c:out value="${csrf}"/>">
          <button type="submit" id="sync-now" name="action" value="sync" class="button second">Sync now</button>
        </form>
      </c:if>
    </section>
  </div>
</t:page>
