package io.github.qbconnector.chaos.app;

import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says what a node knows of an owner's connection. */
@WebServlet("/status")
public class StatusServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient OnlineConnector quickBooks;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ConnectionStatus status = quickBooks.connection(request.getParameter("owner")).status();
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().print(status.state() + " " + status.reason());
  }
}
