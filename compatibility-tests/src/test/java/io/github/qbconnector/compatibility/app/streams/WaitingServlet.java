package io.github.qbconnector.compatibility.app.streams;

import io.github.qbconnector.online.OnlineConnector;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells how many requests wait, and what is to become of them. */
@WebServlet("/waiting")
public class WaitingServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Waiting waiting;
  @Inject private transient OnlineConnector quickBooks;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(waiting.count());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getParameter("do")) {
      case "release" -> waiting.release();
      case "tell" -> waiting.tell(request.getParameter("event"));
      case "disconnect" -> quickBooks.connection(request.getParameter("owner")).disconnect();
      default -> waiting.end();
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
