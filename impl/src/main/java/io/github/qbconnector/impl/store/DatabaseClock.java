package io.github.qbconnector.impl.store;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a database is asked, within a statement, for its own time in epoch milliseconds: one clock
 * for all nodes, whatever time zone a session is in.
 */
final class DatabaseClock {
  private DatabaseClock() {}

  /**
   * The expression.
   *
   * @param product as the driver names it
   * @return {@code null} for a database that is not known
   */
  static @Nullable String millis(String product) {
    String name = product.toLowerCase(Locale.ROOT);
    if (name.contains("postgresql")) {
      return "CAST(EXTRACT(EPOCH FROM CLOCK_TIMESTAMP()) * 1000 AS BIGINT)";
    }
    if (name.contains("mariadb") || name.contains("mysql")) {
      return "(UNIX_TIMESTAMP() * 1000 + MICROSECOND(CURRENT_TIMESTAMP(3)) DIV 1000)";
    }
    if (name.equals("h2")) {
      return "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)";
    }
    if (name.contains("derby")) {
      return "({fn TIMESTAMPDIFF(SQL_TSI_SECOND, TIMESTAMP('2000-01-01 00:00:00'),"
          + " CURRENT_TIMESTAMP)} * CAST(1000 AS BIGINT))";
    }
    if (name.contains("oracle")) {
      return "ROUND((CAST(SYS_EXTRACT_UTC(SYSTIMESTAMP) AS DATE) - DATE '1970-01-01') * 86400000)";
    }
    if (name.contains("microsoft sql server")) {
      return "DATEDIFF_BIG(MILLISECOND, '1970-01-01', SYSUTCDATETIME())";
    }
    if (name.startsWith("db2")) {
      return "(BIGINT(DAYS(CURRENT TIMESTAMP - CURRENT TIMEZONE) - DAYS(DATE('1970-01-01')))"
          + " * 86400000 + MIDNIGHT_SECONDS(CURRENT TIMESTAMP - CURRENT TIMEZONE) * 1000)";
    }
    return null;
  }
}
