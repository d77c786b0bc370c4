package io.github.qbconnector.compatibility.app.streams;

import io.github.qbconnector.online.OnlineConnection;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Reads from QuickBooks on another thread, and makes its page when it is dispatched again. */
@WebServlet(urlPatterns = "/gated/later", asyncSupported = true)
public class LaterServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient OnlineConnector quickBooks;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      response.getWriter().print("company=" + request.getAttribute("company"));
      return;
    }
    // The caller's connection, found while there is a caller.
    OnlineConnection connection = quickBooks.connection();
    AsyncContext later = request.startAsync();
    later.start(
        () -> {
          request.setAttribute("company", connection.accounting().companyInfo().companyName());
          later.dispatch();
        });
  }
}
