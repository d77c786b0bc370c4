package io.github.qbconnector.compatibility.app.streams;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers when somebody else says so. */
@WebServlet(urlPatterns = "/gated/held", asyncSupported = true)
public class HeldServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Waiting waiting;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      response.getWriter().print("released");
      return;
    }
    AsyncContext held = request.startAsync();
    held.setTimeout(0);
    waiting.add(held);
  }
}
