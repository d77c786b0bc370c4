<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="The login form." %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<form method="post" action="<c:url value="/j_security_check"/>" class="stack">
  <div class="field">
    <label for="username">User name</label>
    <input id="username" name="j_username" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus>
  </div>
  <div class="field">
    <label for="password">Password</label>
    <input id="password" name="j_password" type="password" autocomplete="current-password" required>
  </div>
  <button type="submit" id="login" class="button">Log in</button>
</form>
<c:if test="${applicationScope.demo}">
  <section class="hint" aria-labelledby="demo">
    <h2 id="demo">This is a demo</h2>
    <p>Log in as one of these; the password is <code>demo</code>.</p>
    <dl>
      <div><dt>Harbor Street Bakery</dt><dd><code>hanna</code> owner, <code>carl</code> clerk</dd></div>
      <div><dt>Northwind Plumbing</dt><dd><code>nora</code> owner, <code>oscar</code> clerk</dd></div>
      <div><dt>Juniper &amp; Slate, with QuickBooks Desktop</dt><dd><code>june</code> owner, <code>jasper</code> clerk</dd></div>
    </dl>
  </section>
</c:if>
