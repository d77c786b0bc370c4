package io.github.qbconnector.impl.connection;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.event.Connected;
import io.github.qbconnector.impl.connection.EndUserProvider.EndUserRecord;
import io.github.qbconnector.impl.vault.Lease;
import io.github.qbconnector.impl.vault.OpenLink;
import io.github.qbconnector.impl.vault.Sighting;
import io.github.qbconnector.impl.vault.StoredConnection;
import java.time.Duration;
import java.time.Instant;

/**
 * Rounds of questions about an end-user: first the provider's own record, which wakes nobody, and
 * the user's QuickBooks only if that is not enough.
 */
public final class Rounds implements FreshEvidence {
  /** How often to look while somebody is setting a machine up. */
  private static final Duration WATCHING = Duration.ofSeconds(3);

  /** How often to look at a set-up that nobody seems to be at. */
  private static final Duration LOOKING = Duration.ofSeconds(30);

  /** What one round may ask: the record, then the machine. */
  private static final int CALLS = 2;

  private static final Duration LEASE_WAIT = Duration.ofSeconds(5);

  private final Connections connections;
  private final EndUserProvider provider;
  private final ConnectionEvents events;
  private final Flights flights;
  private final Leases leases;
  private final Troubles troubles;
  private final Observations observations;

  public Rounds(
      Connections connections,
      EndUserProvider provider,
      Background background,
      ConnectionEvents events) {
    this.connections = connections;
    this.provider = provider;
    this.events = events;
    this.flights = new Flights(background);
    this.leases = Leases.ofPings(connections);
    this.troubles = new Troubles(connections, events);
    this.observations = new Observations(connections);
  }

  Troubles troubles() {
    return troubles;
  }

  @Override
  public boolean isWorthAsking(KnownConnection known, Instant now) {
    View view = known.view;
    StoredConnection stored = view.stored();
    if (stored == null || stored.ending() != null || !stored.binding().equals(provider.binding())) {
      return false;
    }
    boolean mayAttempt = troubles.mayAttempt(view, now);
    boolean isMade = stored.connectedAt() != null;
    long sinceAsked = Math.abs(now.toEpochMilli() - known.askedAt);
    if (view.hasOpenLink(now)) {
      return (isMade || mayAttempt) && sinceAsked >= WATCHING.toMillis();
    }
    return mayAttempt && (isMade || sinceAsked >= LOOKING.toMillis());
  }

  @Override
  public Flight ask(KnownConnection known) {
    return flights.join(
        known, () -> round(known), e -> troubles.remember(known, troubles.internal(e)));
  }

  private void round(KnownConnection known) {
    View view = connections.reread(known);
    StoredConnection stored = view.stored();
    if (stored == null || stored.ending() != null || !stored.binding().equals(provider.binding())) {
      return;
    }
    if (isAnswered(view)) {
      return; // by another node
    }
    Leases.Awaited awaited = leases.await(known, CALLS, LEASE_WAIT, this::isAnswered);
    try (Lease lease = awaited.lease()) {
      if (lease != null) {
        round(known, known.view);
      }
    }
  }

  /** Whether there is good evidence already, and nothing else to find out. */
  private boolean isAnswered(View view) {
    Instant now = connections.clock().instant();
    return view.isUsable(provider.binding())
        && !view.hasOpenLink(now)
        && view.isGoodWithin(halfOfMaxAge(now).toMillis(), now.toEpochMilli());
  }

  private void round(KnownConnection known, View view) {
    StoredConnection stored = view.stored();
    if (stored == null || stored.ending() != null) {
      return;
    }
    Instant now = connections.clock().instant();
    known.askedAt = now.toEpochMilli();
    try {
      EndUserRecord user = provider.read(stored.companyId());
      if (isLinkUsed(stored, user)) {
        linked(known, stored, user);
      } else if (stored.connectedAt() == null) {
        View unused = known.change(View::withoutTrouble);
      } else if (!view.isGoodWithin(halfOfMaxAge(now).toMillis(), now.toEpochMilli())) {
        evidence(known, view, stored, user);
      }
    } catch (ProviderProblem problem) {
      troubles.remember(known, problem);
    }
  }

  private void evidence(
      KnownConnection known, View before, StoredConnection stored, EndUserRecord user)
      throws ProviderProblem {
    Instant now = connections.clock().instant();
    if (isEnough(before, user, now)) {
      observations.seen(known, stored, sighting(user, now), null);
      troubles.passed(known, before);
    } else if (troubles.mayAttempt(before, now)) {
      Duration latency = provider.healthCheck(stored.companyId());
      observations.seen(known, stored, Evidence.PING, latency);
      troubles.passed(known, before);
    }
  }

  /** Whether QuickBooks has answered since the link was opened, or, without a link, ever. */
  private static boolean isLinkUsed(StoredConnection stored, EndUserRecord user) {
    OpenLink link = stored.link();
    Instant success = user.lastSuccessAt();
    if (success == null) {
      return false;
    }
    return link == null ? stored.connectedAt() == null : success.isAfter(link.openedAt());
  }

  private void linked(KnownConnection known, StoredConnection stored, EndUserRecord user) {
    Instant now = connections.clock().instant();
    StoredConnection made =
        connections.vault().replace(stored.linked(now, sighting(user, now), user.companyName()));
    if (made == null) {
      View unused = connections.reread(known); // somebody else has come first, or disconnected
      return;
    }
    known.show(View.of(made, now));
    if (stored.connectedAt() == null || stored.link() != null) {
      events.fire(
          new Connected(
              connections.connector(),
              provider.product(),
              known.key.owner(),
              made.companyId(),
              now));
    }
  }

  /** The provider's last success as evidence. */
  static Sighting sighting(EndUserRecord user, Instant now) {
    Instant success = user.lastSuccessBy(now);
    return new Sighting(Evidence.END_USER, success == null ? now : success);
  }

  /** Whether the record alone is evidence enough, so that nobody's machine need be woken. */
  private boolean isEnough(View view, EndUserRecord user, Instant now) {
    Instant success = user.lastSuccessBy(now);
    if (success == null || user.isAskedSinceSuccess()) {
      return false;
    }
    Duration fresh = halfOfMaxAge(now);
    Trouble trouble = view.trouble();
    return success.plus(fresh).isAfter(now) && (trouble == null || success.isAfter(trouble.at()));
  }

  private Duration halfOfMaxAge(Instant now) {
    return connections.settings(now.toEpochMilli()).gate().maxAge().dividedBy(2);
  }
}
