package io.github.qbconnector.compatibility.app.served;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves everything below a path, as the servlets of web frameworks do. */
@WebServlet("/quickbooks/*")
public class FolderServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print("the application's " + request.getPathInfo());
  }
}
