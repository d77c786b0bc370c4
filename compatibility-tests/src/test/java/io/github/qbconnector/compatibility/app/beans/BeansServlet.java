package io.github.qbconnector.compatibility.app.beans;

import io.github.qbconnector.compatibility.app.Databases;
import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.error.ReconnectRequiredException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.RollbackException;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A caller of enterprise beans with work of its own in the same transaction; it says what it caught
 * and what became of that work.
 */
@WebServlet("/beans")
public class BeansServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Instance<StatelessBooks> stateless;
  @Inject private transient Instance<StatefulBooks> stateful;
  @Inject private transient Instance<SingletonBooks> singleton;
  @Inject private transient UserTransaction transaction;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Books books =
        switch (request.getParameter("bean")) {
          case "stateless" -> stateless.get();
          case "stateful" -> stateful.get();
          default -> singleton.get();
        };
    try {
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().print(report(books, request.getParameter("owner")));
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private String report(Books books, @Nullable String owner) throws Exception {
    Databases.run("CREATE TABLE IF NOT EXISTS compat_work (id IDENTITY PRIMARY KEY)");
    long before = rows();
    transaction.begin();
    Databases.run("INSERT INTO compat_work DEFAULT VALUES");
    String outcome = call(books, owner);
    String end = commit();
    return "outcome=%s;commit=%s;written=%d;bean=%s"
        .formatted(
            outcome, end, rows() - before, call(books, owner).equals(outcome) ? "alive" : "dead");
  }

  /** Catches by type, as a caller would: nothing may be wrapped. */
  private static String call(Books books, @Nullable String owner) {
    try {
      return owner == null ? books.companyOfCaller() : books.companyOf(owner);
    } catch (NotConnectedException e) {
      return "NotConnectedException";
    } catch (ReconnectRequiredException e) {
      return "ReconnectRequiredException";
    } catch (RuntimeException e) {
      return "something else: " + e;
    }
  }

  private String commit() throws Exception {
    try {
      transaction.commit();
      return "done";
    } catch (RollbackException e) {
      return "rolled back";
    }
  }

  private static long rows() throws SQLException {
    return Databases.number("SELECT COUNT(*) FROM compat_work");
  }
}
