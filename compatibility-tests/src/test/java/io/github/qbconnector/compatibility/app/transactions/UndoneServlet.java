package io.github.qbconnector.compatibility.app.transactions;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/** Lets callers of all kinds call and undo; answers what they have read meanwhile. */
@WebServlet("/undone")
public class UndoneServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient ContainerManagedCaller containerManaged;
  @Inject private transient BeanManagedCaller beanManaged;
  @Inject private transient AsynchronousCaller asynchronous;
  @Inject private transient TimerCaller timer;
  @Inject private transient UserTransaction transaction;
  @Inject private transient Work work;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Map<String, Undoing> callers =
        Map.of(
            "container-managed", containerManaged::callAndUndo,
            "bean-managed", beanManaged::callAndUndo,
            "asynchronous", owner -> asynchronous.callAndUndo(owner).get(),
            "timer", timer::callAndUndo,
            "servlet", this::callAndUndo);
    Undoing caller = Objects.requireNonNull(callers.get(request.getParameter("by")));
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().print(read(caller, request.getParameter("owner")));
  }

  private static String read(Undoing caller, String owner) throws ServletException {
    try {
      return caller.callAndUndo(owner);
    } catch (Exception e) {
      // Containers wrap what was thrown on another thread, some of them twice.
      for (Throwable thrown = e; thrown != null; thrown = thrown.getCause()) {
        if (thrown instanceof Undone undone) {
          return undone.read();
        }
      }
      throw new ServletException(e);
    }
  }

  private String callAndUndo(String owner) throws Exception {
    transaction.begin();
    try {
      return work.workAndCall(owner);
    } finally {
      transaction.rollback();
    }
  }
}
