package io.github.qbconnector.compatibility.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Keeps every thread of the server's executors for a moment. */
@WebServlet("/held-threads")
public class HeldThreadsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int TASKS = 16;

  @SuppressWarnings("NullAway.Init") // the server sees to it
  @Resource
  private transient ManagedExecutorService executor;

  @SuppressWarnings("NullAway.Init") // the server sees to it
  @Resource
  private transient ManagedScheduledExecutorService scheduler;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    List<Future<?>> held = new ArrayList<>();
    for (ExecutorService threads : List.of(executor, scheduler)) {
      for (int task = 0; task < TASKS; task++) {
        held.add(threads.submit(() -> LockSupport.parkNanos(Duration.ofMillis(200).toNanos())));
      }
    }
    try {
      for (Future<?> task : held) {
        task.get(60, TimeUnit.SECONDS);
      }
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new ServletException(e);
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
