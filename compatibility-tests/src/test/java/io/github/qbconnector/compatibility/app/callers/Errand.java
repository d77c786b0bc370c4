package io.github.qbconnector.compatibility.app.callers;

import io.github.qbconnector.compatibility.app.transactions.CallersDatabase;
import io.github.qbconnector.compatibility.app.transactions.Undone;
import io.github.qbconnector.online.OnlineConnection;
import io.github.qbconnector.online.OnlineConnector;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a caller does, whatever its kind: some work in the application's database, and a call of
 * QuickBooks.
 *
 * @param id tells it from others
 * @param owner whose books are read; empty for those of whoever calls
 * @param undone whether the caller changes its mind in the end
 */
public record Errand(String id, String owner, boolean undone) {
  private static final Pattern BAR = Pattern.compile("\\|");

  /** A new one. */
  public static Errand of(String owner, boolean undone) {
    return new Errand(UUID.randomUUID().toString(), owner, undone);
  }

  /** As it was sent. */
  public static Errand parse(String text) {
    List<String> parts = BAR.splitAsStream(text).toList();
    return new Errand(parts.get(0), parts.get(1), Boolean.parseBoolean(parts.get(2)));
  }

  /** As it is sent in messages and parameters. */
  public String text() {
    return id + "|" + owner + "|" + undone;
  }

  /**
   * Works and calls in the transaction of the caller.
   *
   * @return whose books were read, and the company's name
   * @throws Undone with the same, if the caller changes its mind
   */
  public String run(OnlineConnector quickBooks, CallersDatabase database) {
    try (Connection connection = database.connect()) {
      database.work(connection, owner);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    OnlineConnection books =
        owner.isEmpty() ? quickBooks.connection() : quickBooks.connection(owner);
    String read = books.owner() + ": " + books.accounting().companyInfo().companyName();
    if (undone) {
      throw new Undone(read);
    }
    return read;
  }
}
