package io.github.qbconnector.compatibility.app.transactions;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;

/** Reads by plain JDBC what is stored for an owner, by the connector or by the application. */
@WebServlet("/stored")
public class StoredServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient CallersDatabase database;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String owner = request.getParameter("owner");
    response.setContentType("text/plain;charset=UTF-8");
    try {
      response
          .getWriter()
          .print(
              request.getParameter("what").equals("record")
                  ? database.record(owner)
                  : database.rows(owner));
    } catch (SQLException e) {
      throw new ServletException(e);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    try {
      database.createTable();
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } catch (SQLException e) {
      throw new ServletException(e);
    }
  }
}
