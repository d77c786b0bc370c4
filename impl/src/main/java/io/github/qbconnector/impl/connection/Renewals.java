package io.github.qbconnector.impl.connection;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.impl.vault.ConnectionVault.Lease;
import io.github.qbconnector.impl.vault.Ending;
import io.github.qbconnector.impl.vault.Grant;
import io.github.qbconnector.impl.vault.Sighting;
import io.github.qbconnector.impl.vault.StoredConnection;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Renews grants: one flight per connection in this node, under the lease of the vault row, and
 * stored before anybody uses the new tokens. The rules are those of "Refresh" in
 * docs/explanation/refresh.md; the generation alone decides what may be written.
 */
public final class Renewals implements FreshEvidence {
  private static final Duration LEASE_WAIT = Duration.ofSeconds(5);
  private static final int SAVE_ATTEMPTS = 3;

  private final Connections connections;
  private final GrantProvider provider;
  private final Flights flights;
  private final Leases leases;
  private final Troubles troubles;

  public Renewals(
      Connections connections,
      GrantProvider provider,
      Background background,
      ConnectionEvents events) {
    this.connections = connections;
    this.provider = provider;
    this.flights = new Flights(background);
    this.leases = new Leases(connections);
    this.troubles = new Troubles(connections, events);
  }

  Troubles troubles() {
    return troubles;
  }

  @Override
  public boolean isWorthAsking(KnownConnection known, Instant now) {
    View view = known.view;
    return view.isUsable(provider.binding()) && troubles.mayAttempt(view, now);
  }

  @Override
  public Flight ask(KnownConnection known) {
    StoredConnection stored = known.view.stored();
    return renew(known, stored == null ? 0 : stored.generation());
  }

  /**
   * Renews a connection, or joins the flight that does so already.
   *
   * @param generation the generation the caller is not content with; if the store has another by
   *     now, that one is taken instead of calling the provider
   * @return what to wait for
   */
  Flight renew(KnownConnection known, long generation) {
    return flights.join(
        known, () -> fly(known, generation), e -> troubles.remember(known, troubles.internal(e)));
  }

  private void fly(KnownConnection known, long generation) {
    connections.reread(known);
    if (!saveUnsaved(known)) {
      return;
    }
    View view = known.view;
    if (view.stored() == null || view.stored().ending() != null) {
      return;
    }
    if (!view.isUsable(provider.binding())) {
      return;
    }
    if (view.stored().generation() != generation) {
      return; // a sibling has renewed it
    }
    Leases.Awaited awaited =
        leases.await(known, 1, LEASE_WAIT, fresh -> !isAt(fresh.stored(), generation));
    try (Lease lease = awaited.lease()) {
      StoredConnection stored = known.view.stored();
      if (lease == null || stored == null) {
        if (!awaited.isOver()) {
          troubles.remember(known, troubles.occupied());
        }
        return;
      }
      call(known, stored);
    }
  }

  private static boolean isAt(@Nullable StoredConnection stored, long generation) {
    return stored != null && stored.generation() == generation && stored.ending() == null;
  }

  private void call(KnownConnection known, StoredConnection stored) {
    long begin = System.nanoTime();
    try {
      Grant fresh = provider.renew(stored.requireGrant());
      Duration latency = Duration.ofNanos(System.nanoTime() - begin);
      known.unsaved = new KnownConnection.Unsaved(stored.generation(), fresh);
      if (saveUnsaved(known)) {
        known.view =
            new View(
                known.view.stored(), false, known.view.seen(), latency, null, known.view.readAt());
      }
    } catch (ProviderProblem problem) {
      if (problem.isTerminal()) {
        believe(known, stored, problem);
      } else {
        troubles.remember(known, problem);
      }
    }
  }

  /** A terminal answer counts only if nothing newer is stored by now. */
  private void believe(KnownConnection known, StoredConnection stored, ProviderProblem problem) {
    Instant now = connections.clock().instant();
    StatusReason reason =
        problem.reason() == StatusReason.GRANT_REVOKED
                && !now.isBefore(stored.requireGrant().renewableUntil())
            ? StatusReason.GRANT_EXPIRED
            : problem.reason();
    if (connections.vault().end(known.key, stored.generation(), new Ending(reason, now))) {
      connections.reread(known);
      troubles.reconnectRequired(known, reason);
    } else {
      connections.reread(known);
    }
  }

  /** Marks a generation as ended on the word of a call other than a refresh. */
  void end(KnownConnection known, StoredConnection stored, ProviderProblem problem) {
    believe(known, stored, problem);
  }

  /**
   * Gives a grant to the store that it has not taken yet.
   *
   * @return {@code false} if the store still does not take it; the grant is kept
   */
  private boolean saveUnsaved(KnownConnection known) {
    KnownConnection.Unsaved unsaved = known.unsaved;
    if (unsaved == null) {
      return true;
    }
    Instant now = connections.clock().instant();
    Sighting sighting = new Sighting(Evidence.TOKEN_REFRESH, now);
    for (int attempt = 1; ; attempt++) {
      try {
        View before = known.view;
        StoredConnection stored =
            connections
                .vault()
                .replaceGrant(known.key, unsaved.fromGeneration(), unsaved.grant(), sighting);
        known.unsaved = null;
        if (stored == null) {
          connections.reread(known); // disconnected or connected anew meanwhile
        } else {
          known.view = View.of(stored, now);
          troubles.passed(known, before);
        }
        return true;
      } catch (VaultUnavailableException e) {
        if (attempt == SAVE_ATTEMPTS) {
          troubles.remember(known, troubles.storeUnavailable(e));
          return false;
        }
      }
    }
  }
}
