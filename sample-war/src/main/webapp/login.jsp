<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:plain title="Log in">
  <h1>Log in</h1>
  <t:login/>
</t:plain>
