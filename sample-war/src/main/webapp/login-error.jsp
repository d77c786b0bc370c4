<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:plain title="Log in">
  <h1>Log in</h1>
  <p id="login-failed" role="alert" class="notice bad">That user name and password do not go together. Please try again.</p>
  <t:login/>
</t:plain>
