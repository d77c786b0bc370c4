package io.github.qbconnector.compatibility.app;

import io.github.qbconnector.Secret;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Connects an owner without a browser. */
@WebServlet("/adopt")
public class AdoptServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient OnlineConnector quickBooks;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    quickBooks.adopt(
        request.getParameter("owner"),
        request.getParameter("realm"),
        Secret.of(request.getParameter("token")));
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
