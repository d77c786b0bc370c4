package io.github.qbconnector.impl.store;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.spi.ConnectionRecord;
import io.github.qbconnector.spi.ConnectionStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps records in a database, in plain SQL that every database understands. Times are epoch
 * milliseconds, those that nodes compare by the database's own clock.
 */
public final class JdbcStore implements ConnectionStore, AutoCloseable {
  /** More changes than this are not told one by one. */
  static final int MOST_CHANGES = 10_000;

  /**
   * A change may become visible so long after it got its time: some databases take the time when a
   * statement begins, and let it wait for a row for as long as fifty seconds.
   */
  private static final Duration LATE = Duration.ofSeconds(60);

  private static final String COLUMNS =
      "record_id, connector, owner_id, company_id, revision, content, key_id, due_at, evidence,"
          + " evidence_at";

  private final Database database;

  public JdbcStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<ConnectionRecord> find(String id) {
    Dialect unused = database.dialect();
    return database.query(
        "SELECT " + COLUMNS + " FROM qbc_connection WHERE record_id = ?",
        row -> row.next() ? Optional.of(record(row)) : Optional.<ConnectionRecord>empty(),
        id);
  }

  @Override
  public boolean insert(ConnectionRecord record) {
    String now = database.dialect().now();
    return database.insertUnlessPresent(
        "INSERT INTO qbc_connection ("
            + COLUMNS
            + ", changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
            + now
            + ")",
        record.id(),
        record.connector(),
        record.owner(),
        record.companyId().orElse(null),
        record.revision(),
        record.content(),
        record.keyId(),
        number(record.dueAt()),
        record.evidence().map(Evidence::name).orElse(null),
        number(record.evidenceAt()));
  }

  @Override
  public boolean replace(ConnectionRecord record, long expectedRevision) {
    String now = database.dialect().now();
    return database.update(
            "UPDATE qbc_connection SET company_id = ?, revision = ?, content = ?, key_id = ?,"
                + " due_at = ?, changed_at = "
                + now
                + " WHERE record_id = ? AND revision = ?",
            record.companyId().orElse(null),
            record.revision(),
            record.content(),
            record.keyId(),
            number(record.dueAt()),
            record.id(),
            expectedRevision)
        == 1;
  }

  @Override
  public void note(String id, Evidence evidence, Instant at) {
    Dialect unused = database.dialect();
    database.update(
        "UPDATE qbc_connection SET evidence = ?, evidence_at = ?"
            + " WHERE record_id = ? AND (evidence_at IS NULL OR evidence_at < ?)",
        evidence.name(),
        at.toEpochMilli(),
        id,
        at.toEpochMilli());
  }

  @Override
  public List<ConnectionRecord> list(String connector, Optional<String> afterId, int limit) {
    return records(
        "connector = ? AND company_id IS NOT NULL AND record_id > ? ORDER BY record_id",
        limit,
        connector,
        afterId.orElse(" "));
  }

  @Override
  public List<ConnectionRecord> holding(String connector, String companyId, int limit) {
    return records(
        "connector = ? AND company_id = ? ORDER BY record_id", limit, connector, companyId);
  }

  @Override
  public List<ConnectionRecord> due(Instant now, int limit) {
    return records("due_at <= ? ORDER BY due_at", limit, now.toEpochMilli());
  }

  @Override
  public List<ConnectionRecord> notSealedWith(String keyId, Optional<String> afterId, int limit) {
    return records(
        "key_id <> ? AND record_id > ? ORDER BY record_id", limit, keyId, afterId.orElse(" "));
  }

  @Override
  public Map<String, Long> keyUsage() {
    Dialect unused = database.dialect();
    return database.query(
        "SELECT key_id, COUNT(*) FROM qbc_connection GROUP BY key_id",
        rows -> {
          Map<String, Long> usage = new HashMap<>();
          while (rows.next()) {
            usage.put(rows.getString(1), rows.getLong(2));
          }
          return usage;
        });
  }

  @Override
  public Changes changes(long since) {
    Dialect dialect = database.dialect();
    // Before the rows are read: what becomes visible in between is told again next time.
    long next = clock(dialect) - LATE.toMillis();
    if (since == 0 || next < since - LATE.toMillis()) {
      return new Changes(Map.of(), next, false); // at the beginning, or the clock was set back
    }
    return database.query(
        "SELECT record_id, revision FROM qbc_connection WHERE changed_at >= ? ORDER BY changed_at"
            + dialect.first(MOST_CHANGES + 1),
        rows -> {
          Map<String, Long> revisions = new HashMap<>();
          while (rows.next()) {
            revisions.put(rows.getString(1), rows.getLong(2));
          }
          return revisions.size() > MOST_CHANGES
              ? new Changes(Map.of(), next, false)
              : new Changes(revisions, Math.max(since, next), true);
        },
        since);
  }

  private long clock(Dialect dialect) {
    return database.query(
        "SELECT MAX(" + dialect.now() + ") FROM qbc_schema",
        row -> {
          row.next();
          return row.getLong(1);
        });
  }

  @Override
  public boolean lease(String name, String holder, Duration length) {
    String now = database.dialect().now();
    Optional<Held> found =
        database.query(
            "SELECT holder, ends_at - " + now + " FROM qbc_lease WHERE lease_name = ?",
            row ->
                row.next()
                    ? Optional.of(new Held(row.getString(1), row.getLong(2)))
                    : Optional.<Held>empty(),
            name);
    if (found.isEmpty()) {
      return database.insertUnlessPresent(
          "INSERT INTO qbc_lease (lease_name, holder, ends_at) VALUES (?, ?, " + now + " + ?)",
          name,
          holder,
          length.toMillis());
    }
    Held held = found.get();
    return held.millisLeft() <= 0
        && database.update(
                "UPDATE qbc_lease SET holder = ?, ends_at = "
                    + now
                    + " + ? WHERE lease_name = ? AND holder = ?",
                holder,
                length.toMillis(),
                name,
                held.holder())
            == 1;
  }

  private record Held(String holder, long millisLeft) {}

  @Override
  public void release(String name, String holder) {
    Dialect unused = database.dialect();
    database.update("DELETE FROM qbc_lease WHERE lease_name = ? AND holder = ?", name, holder);
  }

  @Override
  public boolean putOnce(String name, String value, Instant expiresAt) {
    Dialect unused = database.dialect();
    return database.insertUnlessPresent(
        "INSERT INTO qbc_value (value_name, content, expires_at) VALUES (?, ?, ?)",
        name,
        value,
        expiresAt.toEpochMilli());
  }

  @Override
  public Optional<String> get(String name, Instant now) {
    Dialect unused = database.dialect();
    return database.query(
        "SELECT content FROM qbc_value WHERE value_name = ? AND expires_at > ?",
        row -> row.next() ? Optional.ofNullable(row.getString(1)) : Optional.<String>empty(),
        name,
        now.toEpochMilli());
  }

  @Override
  public void sweep(Instant now) {
    Dialect unused = database.dialect();
    database.update("DELETE FROM qbc_value WHERE expires_at <= ?", now.toEpochMilli());
  }

  private List<ConnectionRecord> records(String condition, int limit, @Nullable Object... values) {
    Dialect dialect = database.dialect();
    return database.query(
        "SELECT " + COLUMNS + " FROM qbc_connection WHERE " + condition + dialect.first(limit),
        rows -> {
          List<ConnectionRecord> found = new ArrayList<>();
          while (rows.next()) {
            found.add(record(rows));
          }
          return found;
        },
        values);
  }

  private static ConnectionRecord record(ResultSet row) throws SQLException {
    return new ConnectionRecord(
        row.getString("record_id"),
        row.getString("connector"),
        row.getString("owner_id"),
        Optional.ofNullable(row.getString("company_id")),
        row.getLong("revision"),
        row.getString("content"),
        row.getString("key_id"),
        instant(row, "due_at"),
        Optional.ofNullable(row.getString("evidence")).map(Evidence::valueOf),
        instant(row, "evidence_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static Object number(Optional<Instant> instant) {
    return instant.isPresent() ? (Object) instant.get().toEpochMilli() : Database.NO_NUMBER;
  }

  @Override
  public void close() {
    database.close();
  }
}
