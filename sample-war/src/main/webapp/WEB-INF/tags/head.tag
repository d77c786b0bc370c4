<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true" %>
<%@ attribute name="title" required="true" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<head>
  <meta charset="UTF-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title><c:out value="${title}"/> · Ledgerly</title>
  <link rel="icon" type="image/svg+xml" href="<c:url value="/assets/ledgerly.svg"/>">
  <link rel="stylesheet" href="<c:url value="/assets/ledgerly.css"/>">
</head>
