package io.github.qbconnector.impl.vault;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.Secret;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.impl.crypto.SealBrokenException;
import io.github.qbconnector.impl.crypto.Sealer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a connection stands in its row: secrets sealed for row, column and generation. */
final class ConnectionRow {
  /** All columns but the key's and the lease's, in the order of {@link #values}. */
  static final String COLUMNS =
      "company_id, company_name, binding, connected_by, connected_at, generation, access_token,"
          + " access_expires_at, refresh_token, renewable_until, ends_at, link_url,"
          + " link_opened_at, link_expires_at, ending_reason, ending_at, ended_at, evidence,"
          + " evidence_at";

  private final Supplier<Sealer> sealer;

  ConnectionRow(Supplier<Sealer> sealer) {
    this.sealer = sealer;
  }

  @Nullable Object[] values(StoredConnection c) {
    Grant grant = c.grant();
    OpenLink link = c.link();
    Ending ending = c.ending();
    Sighting sighting = c.sighting();
    return new @Nullable Object[] {
      c.companyId(),
      c.companyName(),
      c.binding(),
      c.connectedBy(),
      millis(c.connectedAt()),
      c.generation(),
      grant == null ? null : seal(grant.accessToken(), "access_token", c),
      grant == null ? null : millis(grant.accessTokenExpiresAt()),
      grant == null ? null : seal(grant.refreshToken(), "refresh_token", c),
      grant == null ? null : millis(grant.renewableUntil()),
      grant == null ? null : millis(grant.endsAt()),
      link == null ? null : seal(link.url(), "link_url", c),
      link == null ? null : millis(link.openedAt()),
      link == null ? null : millis(link.expiresAt()),
      ending == null ? null : ending.reason().name(),
      ending == null ? null : millis(ending.at()),
      millis(c.endedAt()),
      sighting == null ? null : sighting.evidence().name(),
      sighting == null ? null : millis(sighting.at())
    };
  }

  StoredConnection read(ConnectionKey key, ResultSet row) throws SQLException {
    String companyId = row.getString("company_id");
    long generation = row.getLong("generation");
    String reason = row.getString("ending_reason");
    Instant endingAt = instant(row, "ending_at");
    String evidence = row.getString("evidence");
    Instant seenAt = instant(row, "evidence_at");
    return StoredConnection.of(key, companyId, row.getString("binding"))
        .companyName(row.getString("company_name"))
        .connectedBy(row.getString("connected_by"))
        .connectedAt(instant(row, "connected_at"))
        .generation(generation)
        .grant(grant(row, key, companyId, generation))
        .link(link(row, key, companyId, generation))
        .ending(
            reason == null || endingAt == null
                ? null
                : new Ending(StatusReason.valueOf(reason), endingAt))
        .endedAt(instant(row, "ended_at"))
        .sighting(
            evidence == null || seenAt == null
                ? null
                : new Sighting(Evidence.valueOf(evidence), seenAt))
        .done();
  }

  private @Nullable Grant grant(ResultSet row, ConnectionKey key, String companyId, long generation)
      throws SQLException {
    String access = row.getString("access_token");
    String refresh = row.getString("refresh_token");
    if (access == null || refresh == null) {
      return null;
    }
    return new Grant(
        open(access, "access_token", key, companyId, generation),
        Instant.ofEpochMilli(row.getLong("access_expires_at")),
        open(refresh, "refresh_token", key, companyId, generation),
        Instant.ofEpochMilli(row.getLong("renewable_until")),
        instant(row, "ends_at"));
  }

  private @Nullable OpenLink link(
      ResultSet row, ConnectionKey key, String companyId, long generation) throws SQLException {
    String url = row.getString("link_url");
    return url == null
        ? null
        : new OpenLink(
            open(url, "link_url", key, companyId, generation),
            Instant.ofEpochMilli(row.getLong("link_opened_at")),
            Instant.ofEpochMilli(row.getLong("link_expires_at")));
  }

  String seal(Secret secret, String field, StoredConnection c) {
    return sealer.get().seal(secret.reveal(), place(field, c.key(), c.companyId(), c.generation()));
  }

  private Secret open(
      String sealed, String field, ConnectionKey key, String companyId, long generation)
      throws SealBrokenException {
    return Secret.of(sealer.get().open(sealed, place(field, key, companyId, generation)));
  }

  private static String place(String field, ConnectionKey key, String companyId, long generation) {
    // Lengths keep two different rows from ever reading as the same place.
    return String.join(
        "|",
        "connection",
        String.valueOf(key.connector().length()),
        key.connector(),
        String.valueOf(key.owner().length()),
        key.owner(),
        companyId,
        field,
        String.valueOf(generation));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
