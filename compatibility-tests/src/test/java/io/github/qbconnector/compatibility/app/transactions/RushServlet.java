package io.github.qbconnector.compatibility.app.transactions;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/** Many callers at the same moment, each on a thread of its own, for one owner each. */
@WebServlet("/rush")
public class RushServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient HoldingCaller holding;
  @Inject private transient Work work;

  @SuppressWarnings("NullAway.Init") // the container sees to it
  @Resource
  private transient ManagedThreadFactory threads;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    UnaryOperator<String> caller =
        request.getParameter("by").equals("holding") ? holding::call : work::call;
    response.setContentType("text/plain;charset=UTF-8");
    try {
      response.getWriter().print(rush(caller, request.getParameterValues("owner")));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServletException(e);
    }
  }

  private Map<String, Integer> rush(UnaryOperator<String> caller, String... owners)
      throws InterruptedException {
    Map<String, Integer> outcomes = new ConcurrentHashMap<>();
    CountDownLatch ready = new CountDownLatch(owners.length);
    CountDownLatch ended = new CountDownLatch(owners.length);
    for (String owner : owners) {
      threads
          .newThread(
              () -> {
                ready.countDown();
                outcomes.merge(outcome(ready, caller, owner), 1, Integer::sum);
                ended.countDown();
              })
          .start();
    }
    ended.await();
    return new TreeMap<>(outcomes);
  }

  private static String outcome(CountDownLatch ready, UnaryOperator<String> caller, String owner) {
    try {
      ready.await();
      return caller.apply(owner);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    } catch (RuntimeException e) {
      return "failed: " + e;
    }
  }
}
