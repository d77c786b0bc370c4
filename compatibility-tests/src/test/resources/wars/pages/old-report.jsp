<jsp:forward page="/gated/report.jsp"/>
