package io.github.qbconnector.compatibility.app.desktop;

import io.github.qbconnector.compatibility.app.Databases;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;

/** Shows the link of an owner as the database has it. */
@WebServlet("/stored-link")
public class StoredLinkServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    try {
      response
          .getWriter()
          .print(
              Databases.text(
                  "SELECT content FROM qbc_connection WHERE owner_id = ?",
                  request.getParameter("owner")));
    } catch (SQLException e) {
      throw new ServletException(e);
    }
  }
}
