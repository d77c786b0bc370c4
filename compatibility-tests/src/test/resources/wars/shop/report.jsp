<%@ page contentType="text/html;charset=UTF-8" %>
<html><body>
<p>Open invoices of <%= request.getRemoteUser() %>: <%= request.getAttribute("invoices") %></p>
</body></html>
