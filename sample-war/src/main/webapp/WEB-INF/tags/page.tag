<%@ tag pageEncoding="UTF-8" body-content="scriptless" trimDirectiveWhitespaces="true"
    description="A page behind the login." %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="area" required="true" description="the navigation's entry that this page belongs to" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<!DOCTYPE html>
<html lang="en">
<t:head title="${title}"/>
<body>
<a class="skip" href="#content">Skip to content</a>
<header class="top">
  <div class="bar">
    <a class="brand" href="<c:url value="/app/"/>"><img src="<c:url value="/assets/ledgerly.svg"/>" alt="" width="28" height="28">Ledgerly <span>Invoices</span></a>
    <div class="who">
      <p><strong id="company"><c:out value="${member.company()}"/></strong><span id="user"><c:out value="${member.fullName()}"/> · ${owner ? 'Owner' : 'Clerk'}</span></p>
      <form method="post" action="<c:url value="/logout"/>">
        <input type="hidden" name="csrf" value="<c:out value="${csrf}"/>">
        <button type="submit" id="logout" class="link">Log out</button>
      </form>
    </div>
  </div>
  <nav aria-label="Main">
    <ul class="bar">
      <li><a href="<c:url value="/app/"/>" <c:if test="${area == 'overview'}">aria-current="page"</c:if>>Overview</a></li>
      <li><a href="<c:url value="/app/invoices"/>" <c:if test="${area == 'invoices'}">aria-current="page"</c:if>>Invoices</a></li>
      <li><a href="<c:url value="/app/quickbooks/invoices"/>" <c:if test="${area == 'quickbooks'}">aria-current="page"</c:if>>QuickBooks</a></li>
      <li><a href="<c:url value="/app/settings/quickbooks"/>" <c:if test="${area == 'settings'}">aria-current="page"</c:if>>Settings</a></li>
    </ul>
  </nav>
</header>
<main id="content" tabindex="-1">
  <c:if test="${not empty notice}">
    <p id="notice" role="status" class="notice ${notice.tone().css}"><c:out value="${notice.text()}"/></p>
  </c:if>
  <jsp:doBody/>
</main>
<footer>
  <p>Ledgerly is a sample application. QuickBooks is a trademark of Intuit Inc., which has no part in it.</p>
</footer>
</body>
</html>
