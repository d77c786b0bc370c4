package io.github.qbconnector.impl.connection;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.Secret;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.impl.vault.Ending;
import io.github.qbconnector.impl.vault.Grant;
import io.github.qbconnector.impl.vault.Lease;
import io.github.qbconnector.impl.vault.Sighting;
import io.github.qbconnector.impl.vault.StoredConnection;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Renews grants: one flight per connection in this node, under the lease of the connection, and
 * stored before anybody uses the new tokens. The rules are those of "Refresh" in
 * docs/explanation/refresh.md; the generation alone decides what may be written.
 */
public final class Renewals implements FreshEvidence {
  private static final Duration LEASE_WAIT = Duration.ofSeconds(5);
  private static final int SAVE_ATTEMPTS = 3;
  private static final int TURNS = 3;

  private final Connections connections;
  private final GrantProvider provider;
  private final Flights flights;
  private final Leases leases;
  private final Troubles troubles;

  /** Kept here too, since memory may have dropped the connection meanwhile. */
  private final Set<KnownConnection> unsaved = ConcurrentHashMap.newKeySet();

  public Renewals(
      Connections connections,
      GrantProvider provider,
      Background background,
      ConnectionEvents events) {
    this.connections = connections;
    this.provider = provider;
    this.flights = new Flights(background);
    this.leases = Leases.ofTokens(connections);
    this.troubles = new Troubles(connections, events);
    connections.watch().alongside(this::saveAll);
  }

  Troubles troubles() {
    return troubles;
  }

  @Override
  public boolean isWorthAsking(KnownConnection known, Instant now) {
    View view = known.view;
    return view.isUsable(provider.binding()) && troubles.mayAttempt(view, now);
  }

  /** Renews for the evidence in it: not needed if another node has some that is fresh. */
  @Override
  public Flight ask(KnownConnection known) {
    long generation = generation(known.view);
    return flight(known, view -> !isAt(view, generation) || isGood(view));
  }

  /**
   * Renews a connection, or joins the flight that does so already.
   *
   * @param generation the generation the caller is not content with; if the store has another by
   *     now, that one is taken instead of calling the provider
   * @return what to wait for
   */
  Flight renew(KnownConnection known, long generation) {
    return flight(known, view -> !isAt(view, generation));
  }

  private Flight flight(KnownConnection known, Predicate<View> isOver) {
    return flights.join(
        known,
        () -> fly(known, isOver),
        e -> troubles.rememberRenewal(known, troubles.internal(e)));
  }

  private boolean isGood(View view) {
    long half = connections.settings().gate().maxAge().toMillis() / 2;
    return view.isGoodWithin(half, connections.clock().millis());
  }

  private static long generation(View view) {
    StoredConnection stored = view.stored();
    return stored == null ? 0 : stored.generation();
  }

  private boolean isAt(View view, long generation) {
    return view.isUsable(provider.binding()) && generation(view) == generation;
  }

  private void fly(KnownConnection known, Predicate<View> isOver) {
    connections.reread(known);
    if (!saveUnsaved(known) || isOver.test(known.view)) {
      return;
    }
    for (int turn = 0; turn < TURNS; turn++) {
      Leases.Awaited awaited = leases.await(known, 1, LEASE_WAIT, isOver);
      Lease lease = awaited.lease();
      StoredConnection stored = known.view.stored();
      if (awaited.isOver()) {
        return;
      }
      if (lease == null || stored == null) {
        troubles.rememberRenewal(known, troubles.occupied());
        return;
      }
      try {
        // A node that stood still in between may find that a sibling has begun by now.
        if (lease.lasts(leases.longestCalls(1))) {
          call(known, stored, lease);
          return;
        }
      } finally {
        if (known.unsaved == null) {
          lease.close();
        }
      }
    }
    troubles.rememberRenewal(known, troubles.occupied());
  }

  private void call(KnownConnection known, StoredConnection stored, Lease lease) {
    long begin = System.nanoTime();
    try {
      Grant fresh = provider.renew(stored.requireGrant());
      Duration latency = Duration.ofNanos(System.nanoTime() - begin);
      if (keep(known, stored, fresh, lease)) {
        View unused = known.change(view -> view.withLatency(latency));
      }
    } catch (ProviderProblem problem) {
      Secret token = problem.newRefreshToken();
      if (token != null) {
        // The old one is dead by now, and the old access token is as good as it was.
        keep(known, stored, stored.requireGrant().withRefreshToken(token), lease);
        troubles.rememberRenewal(known, problem);
      } else if (problem.isTerminal()) {
        believe(known, stored, problem);
      } else {
        troubles.rememberRenewal(known, problem);
      }
    }
  }

  private boolean keep(KnownConnection known, StoredConnection stored, Grant grant, Lease lease) {
    known.unsaved = new KnownConnection.Unsaved(stored.generation(), grant, lease);
    unsaved.add(known);
    return saveUnsaved(known);
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

  /** Gives the store what it did not take when it was away. */
  public void saveAll() {
    for (KnownConnection known : unsaved) {
      Flight unused =
          flights.join(
              known,
              () -> saveIfPossible(known),
              e -> troubles.rememberRenewal(known, troubles.internal(e)));
    }
  }

  /** As {@link #saveAll}, at once and on this thread: the last chance. */
  public void saveNow() {
    for (KnownConnection known : unsaved) {
      try {
        saveIfPossible(known);
      } catch (RuntimeException e) {
        troubles.rememberRenewal(known, troubles.internal(e)); // the others can still be saved
      }
    }
  }

  private void saveIfPossible(KnownConnection known) {
    boolean unused = saveUnsaved(known);
  }

  /**
   * Gives a grant to the store that it has not taken yet.
   *
   * @return {@code false} if the store still does not take it; the grant is kept
   */
  private boolean saveUnsaved(KnownConnection known) {
    KnownConnection.Unsaved given = known.unsaved;
    if (given == null) {
      unsaved.remove(known);
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
                .replaceGrant(known.key, given.fromGeneration(), given.grant(), sighting);
        saved(known, given);
        if (stored == null) {
          connections.reread(known); // disconnected or connected anew meanwhile
        } else {
          known.show(View.of(stored, now));
          troubles.passed(known, before);
        }
        return true;
      } catch (VaultUnavailableException e) {
        if (attempt == SAVE_ATTEMPTS) {
          troubles.rememberRenewal(known, troubles.storeUnavailable(e));
          return false;
        }
      } catch (IllegalArgumentException e) {
        saved(known, given); // no store will ever take it: offering it again is no use
        throw e;
      }
    }
  }

  private void saved(KnownConnection known, KnownConnection.Unsaved given) {
    known.unsaved = null;
    unsaved.remove(known);
    given.lease().close();
  }
}
