<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="How an invoice stands." %>
<%@ attribute name="value" required="true" type="io.github.qbconnector.sample.billing.InvoiceStatus" %>
<span class="pill ${value == 'PAID' ? 'good' : value == 'OVERDUE' ? 'bad' : 'quiet'}">${value.label}</span>
