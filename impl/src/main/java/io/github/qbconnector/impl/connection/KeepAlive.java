package io.github.qbconnector.impl.connection;

import io.github.qbconnector.event.Expiring;
import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.impl.vault.StoredConnection;
import io.github.qbconnector.impl.vault.Upkeep;
import java.time.Instant;

/**
 * Looks after grants that nobody uses: renews them before they lapse, and warns ahead of the end
 * that renewing does not put off.
 */
public final class KeepAlive {
  private final Connections connections;
  private final Renewals renewals;
  private final ConnectionEvents events;

  public KeepAlive(Connections connections, Renewals renewals, ConnectionEvents events) {
    this.connections = connections;
    this.renewals = renewals;
    this.events = events;
  }

  /**
   * Does what is due for one connection.
   *
   * @return {@code false} if the provider did not answer, so that going on makes little sense
   */
  boolean lookAfter(ConnectionKey key) {
    Instant now = connections.clock().instant();
    KnownConnection known = connections.idle(key.owner(), now.toEpochMilli());
    StoredConnection stored = connections.reread(known).stored();
    if (stored == null || !known.view.isUsable(connections.provider().binding())) {
      return true;
    }
    warn(stored, now);
    if (!Upkeep.isRenewalDue(stored, now)) {
      return true;
    }
    if (!renewals.isWorthAsking(known, now)) {
      return false;
    }
    View renewed = renewals.renew(known, stored.generation()).join();
    return renewed.trouble() == null;
  }

  /** On one node only: whoever writes the warning down is the one to tell. */
  private void warn(StoredConnection stored, Instant now) {
    Integer days = Upkeep.warningDue(stored, now);
    Instant end = stored.requireGrant().endsAt();
    if (days == null || end == null || !connections.vault().warned(stored, days)) {
      return;
    }
    Log.expiring(connections.connector(), stored.key().recordId(), end);
    events.fire(
        new Expiring(
            connections.connector(), connections.provider().product(), stored.key().owner(), end));
  }
}
