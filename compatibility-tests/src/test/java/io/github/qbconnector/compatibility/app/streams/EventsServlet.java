package io.github.qbconnector.compatibility.app.streams;

import io.github.qbconnector.online.OnlineConnector;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A stream of events that begins with data from QuickBooks. */
@WebServlet(urlPatterns = "/gated/events", asyncSupported = true)
public class EventsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Waiting waiting;
  @Inject private transient OnlineConnector quickBooks;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String company = quickBooks.connection().accounting().companyInfo().companyName();
    AsyncContext stream = request.startAsync();
    stream.setTimeout(0);
    response.setContentType("text/event-stream;charset=UTF-8");
    response.getWriter().print("data: " + company + "\n\n");
    response.flushBuffer();
    waiting.add(stream);
  }
}
