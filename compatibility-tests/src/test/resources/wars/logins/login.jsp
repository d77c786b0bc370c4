<%@ page contentType="text/html;charset=UTF-8" %>
<!DOCTYPE html>
<title>Log in</title>
<link rel="stylesheet" href="login.css">
<form method="post" action="j_security_check">
  <input name="j_username"><input name="j_password" type="password"><button>Log in</button>
</form>
