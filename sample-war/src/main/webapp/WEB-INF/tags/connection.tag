<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="The state of the QuickBooks connection in two or three words." %>
<%@ attribute name="value" required="true" type="io.github.qbconnector.sample.web.ConnectionView" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<span class="pill ${value.tone().css}" data-state="${value.state()}"><c:out value="${value.title()}"/></span>
