<%@ page contentType="text/html;charset=UTF-8" %>
<html><body><a href="accounting/invoices">Invoices</a></body></html>
