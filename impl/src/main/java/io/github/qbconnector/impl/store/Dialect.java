package io.github.qbconnector.impl.store;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The few things that databases do not have in common.
 *
 * @param now the database's own time in epoch milliseconds, or in milliseconds since another fixed
 *     moment: one clock for all nodes, whatever time zone a session is in
 * @param firstRows what ends an ordered query to get so many rows
 * @param schemaVariant what the names of its schema files end in
 */
record Dialect(String now, String firstRows, String schemaVariant) {
  private static final String STANDARD = " FETCH FIRST %d ROWS ONLY";

  /**
   * The dialect of a database.
   *
   * @param product as the driver names it
   * @return {@code null} for one that is not known
   */
  static @Nullable Dialect of(String product) {
    String name = product.toLowerCase(Locale.ROOT);
    if (name.contains("postgresql")) {
      return new Dialect(
          "CAST(EXTRACT(EPOCH FROM CLOCK_TIMESTAMP()) * 1000 AS BIGINT)", STANDARD, "");
    }
    if (name.contains("mariadb") || name.contains("mysql")) {
      return new Dialect(
          "(UNIX_TIMESTAMP() * 1000 + MICROSECOND(CURRENT_TIMESTAMP(3)) DIV 1000)",
          " LIMIT %d",
          "-mysql");
    }
    if (name.equals("h2")) {
      return new Dialect(
          "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)", STANDARD, "");
    }
    if (name.contains("derby")) {
      return new Dialect(
          "({fn TIMESTAMPDIFF(SQL_TSI_SECOND, TIMESTAMP('2000-01-01 00:00:00'),"
              + " CURRENT_TIMESTAMP)} * CAST(1000 AS BIGINT))",
          STANDARD,
          "");
    }
    if (name.contains("oracle")) {
      return new Dialect(
          "ROUND((CAST(SYS_EXTRACT_UTC(SYSTIMESTAMP) AS DATE) - DATE '1970-01-01') * 86400000)",
          STANDARD,
          "-oracle");
    }
    if (name.contains("microsoft sql server")) {
      return new Dialect(
          "DATEDIFF_BIG(MILLISECOND, '1970-01-01', SYSUTCDATETIME())",
          " OFFSET 0 ROWS FETCH NEXT %d ROWS ONLY",
          "-sqlserver");
    }
    if (name.startsWith("db2")) {
      return new Dialect(
          "(BIGINT(DAYS(CURRENT TIMESTAMP - CURRENT TIMEZONE) - DAYS(DATE('1970-01-01')))"
              + " * 86400000 + MIDNIGHT_SECONDS(CURRENT TIMESTAMP - CURRENT TIMEZONE) * 1000)",
          STANDARD,
          "");
    }
    return null;
  }

  String first(int rows) {
    return firstRows.formatted(rows);
  }
}
