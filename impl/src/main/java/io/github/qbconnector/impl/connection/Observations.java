package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.Evidence;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.impl.vault.Sighting;
import io.github.qbconnector.impl.vault.StoredConnection;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is learned of a connection by using it. */
final class Observations {
  /** How often evidence is written down for other nodes and the next start. */
  private static final Duration WRITE_DOWN = Duration.ofMinutes(10);

  /** Within this time one good answer says as much as many. */
  private static final long SAME_MOMENT_MILLIS = 1_000;

  private final Connections connections;

  Observations(Connections connections) {
    this.connections = connections;
  }

  /**
   * The connection, if it may be used.
   *
   * @throws QuickBooksException what fits, if it may not
   */
  StoredConnection usable(KnownConnection known) {
    View view = known.view;
    StoredConnection stored = view.stored();
    if (stored == null || !view.isUsable(connections.provider().binding())) {
      Instant now = connections.clock().instant();
      ConnectionStatus status =
          connections.status(view, now.toEpochMilli(), connections.settings().gate().maxStale());
      throw Refusals.of(status, connections.provider().product(), now);
    }
    return stored;
  }

  /** Whether a call that is made now would, if it succeeds, tell anything that is not known. */
  static boolean isNews(View view, Evidence evidence, long now) {
    Sighting seen = view.seen();
    return evidence == Evidence.PING
        || seen == null
        || seen.evidence() != evidence
        || !view.isGoodWithin(SAME_MOMENT_MILLIS, now);
  }

  /** Good evidence of now. */
  void seen(
      KnownConnection known, StoredConnection used, Evidence evidence, @Nullable Duration latency) {
    seen(known, used, new Sighting(evidence, connections.clock().instant()), latency);
  }

  /**
   * Good evidence.
   *
   * @param used the connection that was used, as it was then
   */
  void seen(
      KnownConnection known, StoredConnection used, Sighting sighting, @Nullable Duration latency) {
    if (!isStill(used, known.view.stored())) {
      return; // disconnected meanwhile
    }
    View unused =
        known.change(
            now -> isStill(used, now.stored()) ? now.withSighting(sighting, latency) : now);
    Sighting noted = known.noted;
    if (isWorthSharing(noted == null ? used.sighting() : noted, sighting)) {
      known.noted = sighting;
      writeDown(known, sighting);
    }
  }

  private static boolean isStill(StoredConnection used, @Nullable StoredConnection now) {
    return now != null && now.generation() >= used.generation() && !now.isTombstone();
  }

  /** What cost a question is written down at once, so that no other node asks it again. */
  private boolean isWorthSharing(@Nullable Sighting written, Sighting fresh) {
    if (written == null || fresh.evidence() == Evidence.PING) {
      return true;
    }
    Duration quarter = connections.settings().gate().maxAge().dividedBy(4);
    Duration pause = quarter.compareTo(WRITE_DOWN) < 0 ? quarter : WRITE_DOWN;
    return Duration.between(written.at(), fresh.at()).compareTo(pause) > 0;
  }

  /** Notes a company's name that was just read. */
  void named(KnownConnection known, @Nullable String companyName) {
    StoredConnection stored = known.view.stored();
    if (stored == null || companyName == null || companyName.equals(stored.companyName())) {
      return;
    }
    try {
      connections.vault().name(known.key, stored.generation(), companyName);
      connections.reread(known);
    } catch (VaultUnavailableException e) {
      System.getLogger("io.github.qbconnector")
          .log(System.Logger.Level.DEBUG, "A company's name was not written down", e);
    }
  }

  private void writeDown(KnownConnection known, Sighting sighting) {
    try {
      connections.vault().see(known.key, sighting);
    } catch (VaultUnavailableException e) {
      // Evidence is a convenience; the call itself was good.
      System.getLogger("io.github.qbconnector")
          .log(System.Logger.Level.DEBUG, "Evidence was not written down", e);
    }
  }
}
