package io.github.qbconnector.chaos.app;

import io.github.qbconnector.online.OnlineConnector;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Uses an owner's connection. */
@WebServlet("/call")
public class CallServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient OnlineConnector quickBooks;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Outcome.write(
        response,
        () -> quickBooks.connection(request.getParameter("owner")).accounting().companyInfo());
  }
}
