<%@ page contentType="text/html; charset=UTF-8" session="false" isErrorPage="true" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:set var="code" value="${requestScope['jakarta.servlet.error.status_code']}"/>
<c:choose>
  <c:when test="${code == 403}">
    <c:set var="title" value="Not allowed"/>
    <c:set var="text" value="You may not do this, or the page was open for too long. Go back to the overview and try again, or ask an owner of your company."/>
  </c:when>
  <c:when test="${code == 404}">
    <c:set var="title" value="Page not found"/>
    <c:set var="text" value="There is nothing at this address."/>
  </c:when>
  <c:when test="${code == 400 or code == 405}">
    <c:set var="title" value="That did not work"/>
    <c:set var="text" value="The page was not asked for in a way that we understand."/>
  </c:when>
  <c:otherwise>
    <c:set var="title" value="Something went wrong"/>
    <c:set var="text" value="The fault is ours and we have been told. Please try again in a while."/>
  </c:otherwise>
</c:choose>
<t:plain title="${title}">
  <h1>${title}</h1>
  <p>${text}</p>
  <p><a class="button" href="<c:url value="/app/"/>">Back to the overview</a></p>
</t:plain>
