package io.github.qbconnector.compatibility.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;

/** Says how many connections the database has, its own included. */
@WebServlet("/sessions")
public class SessionsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    try {
      response
          .getWriter()
          .print(Databases.number("SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS"));
    } catch (SQLException e) {
      throw new ServletException(e);
    }
  }
}
