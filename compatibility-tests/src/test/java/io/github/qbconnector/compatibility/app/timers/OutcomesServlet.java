package io.github.qbconnector.compatibility.app.timers;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows what came of the timer's calls, a line for each outcome. */
@WebServlet("/outcomes")
public class OutcomesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient ScheduledCaller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    for (var outcome : caller.outcomes().entrySet()) {
      response.getWriter().println(outcome.getKey() + "=" + outcome.getValue());
    }
  }
}
