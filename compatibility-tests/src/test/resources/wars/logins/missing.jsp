<%@ page isErrorPage="true" %>the application misses <%= request.getAttribute("jakarta.servlet.error.request_uri") %>
