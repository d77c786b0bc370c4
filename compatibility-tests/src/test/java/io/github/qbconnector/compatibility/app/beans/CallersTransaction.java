package io.github.qbconnector.compatibility.app.beans;

import io.github.qbconnector.compatibility.app.Databases;
import io.github.qbconnector.error.DesktopOfflineException;
import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.error.ReconnectRequiredException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Work of a caller's own in the same transaction as its call of an enterprise bean; it says what
 * was caught and what became of that work.
 */
public record CallersTransaction(UserTransaction transaction) {

  /** Works, calls and commits; calls once more, to see whether the bean is still there. */
  public String report(Supplier<String> call) throws Exception {
    Databases.run("CREATE TABLE IF NOT EXISTS compat_work (id IDENTITY PRIMARY KEY)");
    long before = rows();
    transaction.begin();
    Databases.run("INSERT INTO compat_work DEFAULT VALUES");
    String outcome = outcome(call);
    String end = commit();
    return "outcome=%s;commit=%s;written=%d;bean=%s"
        .formatted(outcome, end, rows() - before, outcome(call).equals(outcome) ? "alive" : "dead");
  }

  /** Catches by type, as a caller would: nothing may be wrapped. */
  private static String outcome(Supplier<String> call) {
    try {
      return call.get();
    } catch (NotConnectedException e) {
      return "NotConnectedException";
    } catch (ReconnectRequiredException e) {
      return "ReconnectRequiredException";
    } catch (DesktopOfflineException e) {
      return "DesktopOfflineException";
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
