package io.github.qbconnector.compatibility.app.streams;

import io.github.qbconnector.online.OnlineConnector;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Begins a stream, and reads from QuickBooks when part of it has gone. */
@WebServlet("/gated/torn")
public class TornServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient OnlineConnector quickBooks;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/event-stream;charset=UTF-8");
    response.getWriter().print("data: begun\n\n");
    response.flushBuffer();
    String company = quickBooks.connection().accounting().companyInfo().companyName();
    response.getWriter().print("data: " + company + "\n\n");
  }
}
