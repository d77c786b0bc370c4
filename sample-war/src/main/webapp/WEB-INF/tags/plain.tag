<%@ tag pageEncoding="UTF-8" body-content="scriptless" trimDirectiveWhitespaces="true"
    description="A page without navigation, for those who are not logged in." %>
<%@ attribute name="title" required="true" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<!DOCTYPE html>
<html lang="en">
<t:head title="${title}"/>
<body class="plain">
<main class="door">
  <p class="brand"><img src="<c:url value="/assets/ledgerly.svg"/>" alt="" width="32" height="32">Ledgerly <span>Invoices</span></p>
  <jsp:doBody/>
</main>
</body>
</html>
