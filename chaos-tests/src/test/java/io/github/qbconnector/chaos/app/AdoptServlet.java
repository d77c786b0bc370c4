package io.github.qbconnector.chaos.app;

import io.github.qbconnector.Secret;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Connects an owner by a refresh token. */
@WebServlet("/adopt")
public class AdoptServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient OnlineConnector quickBooks;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Outcome.write(
        response,
        () ->
            quickBooks.adopt(
                request.getParameter("owner"),
                request.getParameter("realm"),
                Secret.of(request.getParameter("token"))));
  }
}
