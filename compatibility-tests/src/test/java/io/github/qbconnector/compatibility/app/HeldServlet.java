package io.github.qbconnector.compatibility.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Keeps its thread for a moment, so that others that come meanwhile take other threads. */
@WebServlet("/held")
public class HeldServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    response.setStatus(HttpServletResponse.SC_OK);
  }
}
