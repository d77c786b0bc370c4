package io.github.qbconnector.impl.vault;

import io.github.qbconnector.impl.crypto.RandomIds;
import io.github.qbconnector.impl.crypto.Sealer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps connections in a database: one row each, tokens sealed for the row, column and generation
 * they stand in. Plain SQL that every database understands; times are epoch milliseconds.
 */
public final class JdbcVault implements ConnectionVault, FlowVault {
  /** Neither room that is reserved only, nor a tombstone. */
  private static final String NOT_ENDED_HERE =
      " AND company_id IS NOT NULL"
          + " AND (ending_reason IS NULL OR ending_reason <> 'DISCONNECTED')";

  private final Database database;
  private final ConnectionRow rows;
  private final Clock clock;

  /**
   * @param sealer gives the sealer of the keys that are configured now
   */
  public JdbcVault(Database database, Supplier<Sealer> sealer, Clock clock) {
    this.database = database;
    this.rows = new ConnectionRow(sealer);
    this.clock = clock;
  }

  @Override
  public @Nullable StoredConnection find(ConnectionKey key) {
    return database
        .query(
            "SELECT "
                + ConnectionRow.COLUMNS
                + " FROM qbc_connection"
                + " WHERE connector = ? AND owner_id = ? AND company_id IS NOT NULL",
            row ->
                row.next() ? Optional.of(rows.read(key, row)) : Optional.<StoredConnection>empty(),
            key.connector(),
            key.owner())
        .orElse(null);
  }

  @Override
  public StoredConnection put(StoredConnection connection) {
    ConnectionKey key = connection.key();
    // Two nodes may race here; the loser of an insert finds the winner's row at the next turn.
    for (int turn = 0; ; turn++) {
      Long before =
          database
              .query(
                  "SELECT generation FROM qbc_connection WHERE connector = ? AND owner_id = ?",
                  row -> row.next() ? Optional.of(row.getLong(1)) : Optional.<Long>empty(),
                  key.connector(),
                  key.owner())
              .orElse(null);
      StoredConnection stored = connection.following(before, clock.instant());
      if (before == null ? insert(stored) : update(stored, before)) {
        return stored;
      }
      if (turn == 9) {
        throw new VaultUnavailableException(
            "The row of a connection changes faster than it can be written.",
            new IllegalStateException("10 attempts"));
      }
    }
  }

  @Override
  public @Nullable StoredConnection replace(StoredConnection changed) {
    StoredConnection fresh = changed.numbered(changed.generation() + 1);
    return update(fresh, changed.generation()) ? fresh : null;
  }

  private boolean insert(StoredConnection c) {
    return database.insertUnlessPresent(
        "INSERT INTO qbc_connection (connector, owner_id, "
            + ConnectionRow.COLUMNS
            + ") VALUES (?, ?"
            + ", ?".repeat(ConnectionRow.COLUMNS.split(",").length)
            + ")",
        prepend(c.key().connector(), c.key().owner(), rows.values(c)));
  }

  private boolean update(StoredConnection c, long before) {
    String assignments = String.join(" = ?, ", ConnectionRow.COLUMNS.split(", ")) + " = ?";
    return database.update(
            "UPDATE qbc_connection SET "
                + assignments
                + " WHERE connector = ? AND owner_id = ? AND generation = ?",
            append(rows.values(c), c.key().connector(), c.key().owner(), before))
        == 1;
  }

  @Override
  public @Nullable StoredConnection replaceGrant(
      ConnectionKey key, long generation, Grant grant, Sighting sighting) {
    StoredConnection stored = find(key);
    if (stored == null || stored.generation() != generation) {
      return null;
    }
    StoredConnection fresh = stored.withGrant(grant, sighting);
    int written =
        database.update(
            "UPDATE qbc_connection SET generation = ?, access_token = ?, access_expires_at = ?,"
                + " refresh_token = ?, renewable_until = ?, ends_at = ?, ending_reason = NULL,"
                + " ending_at = NULL, evidence = ?, evidence_at = ?"
                + " WHERE connector = ? AND owner_id = ? AND generation = ?",
            fresh.generation(),
            rows.seal(grant.accessToken(), "access_token", fresh),
            grant.accessTokenExpiresAt().toEpochMilli(),
            rows.seal(grant.refreshToken(), "refresh_token", fresh),
            grant.renewableUntil().toEpochMilli(),
            ConnectionRow.millis(grant.endsAt()),
            sighting.evidence().name(),
            sighting.at().toEpochMilli(),
            key.connector(),
            key.owner(),
            generation);
    return written == 1 ? fresh : null;
  }

  @Override
  public boolean end(ConnectionKey key, long generation, Ending ending) {
    return database.update(
            "UPDATE qbc_connection SET ending_reason = ?, ending_at = ?"
                + " WHERE connector = ? AND owner_id = ? AND generation = ?",
            ending.reason().name(),
            ending.at().toEpochMilli(),
            key.connector(),
            key.owner(),
            generation)
        == 1;
  }

  @Override
  public void see(ConnectionKey key, Sighting sighting, @Nullable String companyName) {
    database.update(
        "UPDATE qbc_connection SET evidence = ?, evidence_at = ?"
            + " WHERE connector = ? AND owner_id = ?",
        sighting.evidence().name(),
        sighting.at().toEpochMilli(),
        key.connector(),
        key.owner());
    if (companyName != null) {
      database.update(
          "UPDATE qbc_connection SET company_name = ? WHERE connector = ? AND owner_id = ?",
          companyName,
          key.connector(),
          key.owner());
    }
  }

  @Override
  public boolean remove(ConnectionKey key) {
    return database.update(
            "DELETE FROM qbc_connection WHERE connector = ? AND owner_id = ?",
            key.connector(),
            key.owner())
        > 0;
  }

  @Override
  public List<String> owners(String connector, @Nullable String after, int limit) {
    return database.firstRows(
        "SELECT owner_id FROM qbc_connection WHERE connector = ? AND owner_id > ?"
            + NOT_ENDED_HERE
            + " ORDER BY owner_id",
        limit,
        rows -> {
          List<String> owners = new ArrayList<>();
          while (rows.next() && owners.size() < limit) {
            owners.add(rows.getString(1));
          }
          return owners;
        },
        connector,
        after == null ? "" : after);
  }

  @Override
  public boolean heldByAnother(ConnectionKey key, String companyId) {
    return database.query(
        "SELECT COUNT(*) FROM qbc_connection"
            + " WHERE connector = ? AND company_id = ? AND owner_id <> ?"
            + NOT_ENDED_HERE,
        row -> row.next() && row.getInt(1) > 0,
        key.connector(),
        companyId,
        key.owner());
  }

  @Override
  public void reserve(ConnectionKey key) {
    boolean unused =
        database.insertUnlessPresent(
            "INSERT INTO qbc_connection (connector, owner_id, binding, generation)"
                + " VALUES (?, ?, '-', ?)",
            key.connector(),
            key.owner(),
            clock.millis());
  }

  @Override
  public @Nullable Lease lease(ConnectionKey key, Duration length) {
    String holder = RandomIds.next();
    long now = clock.millis();
    int taken =
        database.update(
            "UPDATE qbc_connection SET lease_holder = ?, lease_until = ?"
                + " WHERE connector = ? AND owner_id = ?"
                + " AND (lease_until IS NULL OR lease_until <= ?)",
            holder,
            now + length.toMillis(),
            key.connector(),
            key.owner(),
            now);
    return taken == 1 ? () -> release(key, holder) : null;
  }

  private void release(ConnectionKey key, String holder) {
    try {
      database.update(
          "UPDATE qbc_connection SET lease_holder = NULL, lease_until = NULL"
              + " WHERE connector = ? AND owner_id = ? AND lease_holder = ?",
          key.connector(),
          key.owner(),
          holder);
    } catch (VaultUnavailableException e) {
      // A lease that cannot be given back runs out by itself.
      System.getLogger(JdbcVault.class.getName())
          .log(System.Logger.Level.DEBUG, "The refresh lease was not given back", e);
    }
  }

  @Override
  public boolean consume(String flowId, Instant expiresAt) {
    sweepFlows();
    return database.insertUnlessPresent(
        "INSERT INTO qbc_flow (flow_id, kind, sealed, expires_at) VALUES (?, 'USED', NULL, ?)",
        flowId,
        expiresAt.toEpochMilli());
  }

  @Override
  public void park(String id, String sealed, Instant expiresAt) {
    sweepFlows();
    database.insertUnlessPresent(
        "INSERT INTO qbc_flow (flow_id, kind, sealed, expires_at) VALUES (?, 'PARKED', ?, ?)",
        parkedId(id),
        sealed,
        expiresAt.toEpochMilli());
  }

  @Override
  public @Nullable String parked(String id) {
    return database
        .query(
            "SELECT sealed FROM qbc_flow WHERE flow_id = ? AND expires_at > ?",
            row -> row.next() ? Optional.ofNullable(row.getString(1)) : Optional.<String>empty(),
            parkedId(id),
            clock.millis())
        .orElse(null);
  }

  /** A callback waits beside the row that says its flow is used. */
  private static String parkedId(String id) {
    return "parked-" + id;
  }

  private void sweepFlows() {
    database.update("DELETE FROM qbc_flow WHERE expires_at <= ?", clock.millis());
  }

  private static @Nullable Object[] prepend(Object a, Object b, @Nullable Object[] rest) {
    @Nullable Object[] all = new @Nullable Object[rest.length + 2];
    all[0] = a;
    all[1] = b;
    System.arraycopy(rest, 0, all, 2, rest.length);
    return all;
  }

  private static @Nullable Object[] append(@Nullable Object[] first, Object... more) {
    @Nullable Object[] all = java.util.Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }
}
