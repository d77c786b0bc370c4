package io.github.qbconnector.compatibility.app.streams;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Never has an answer, and says so when its time is over. */
@WebServlet(urlPatterns = "/gated/too-late", asyncSupported = true)
public class TooLateServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext never = request.startAsync(request, response);
    never.setTimeout(300);
    never.addListener(new Excuse());
  }

  private static final class Excuse implements AsyncListener {

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
      HttpServletResponse response = (HttpServletResponse) event.getAsyncContext().getResponse();
      response.setStatus(HttpServletResponse.SC_GATEWAY_TIMEOUT);
      response.getWriter().print("the application's own excuse");
      event.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
