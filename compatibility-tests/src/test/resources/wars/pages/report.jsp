<%@ page contentType="text/html;charset=UTF-8" import="jakarta.enterprise.inject.spi.CDI,io.github.qbconnector.online.OnlineConnector" %>
<jsp:include page="/parts/header.jsp"/>
<p>company=<%= CDI.current().select(OnlineConnector.class).get().connection().accounting().companyInfo().companyName() %></p>
<jsp:include page="/gated/parts/footer.jsp"/>
