package io.github.qbconnector.impl.connection;

import io.github.qbconnector.error.ObjectNotFoundException;
import io.github.qbconnector.event.Disconnected;
import io.github.qbconnector.impl.connection.EndUserProvider.EndUserRecord;
import io.github.qbconnector.impl.vault.Lease;
import io.github.qbconnector.impl.vault.OpenLink;
import io.github.qbconnector.impl.vault.StoredConnection;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import io.github.qbconnector.spi.OwnerProfile;
import io.github.qbconnector.spi.OwnerProfile.Profile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Connections made by a link that is opened on the user's machine: begun, adopted and ended. */
public final class LinkFlow implements ConnectFlow {
  /** How many calls beginning may take: look for the end-user, create it, open the link. */
  private static final int CALLS = 3;

  private static final Duration LEASE_WAIT = Duration.ofSeconds(10);

  private final Lifecycle lifecycle;
  private final Connections connections;
  private final EndUserProvider provider;
  private final OwnerProfile profiles;
  private final LinkMaking making;
  private final Leases leases;
  private final Troubles troubles;
  private final ConnectionEvents events;

  public LinkFlow(
      Lifecycle lifecycle,
      Rounds rounds,
      EndUserProvider provider,
      OwnerProfile profiles,
      ConnectionEvents events) {
    this.lifecycle = lifecycle;
    this.connections = lifecycle.connections();
    this.provider = provider;
    this.profiles = profiles;
    this.making = new LinkMaking(connections, provider, profiles, rounds.troubles(), events);
    this.leases = Leases.ofTokens(connections);
    this.troubles = rounds.troubles();
    this.events = events;
  }

  /** What came of beginning. */
  public sealed interface Begun {
    /** A link waits to be used. */
    record Opened(OpenLink link) implements Begun {}

    /** The end-user was linked before; nobody need do anything. */
    record Linked() implements Begun {}

    /** The provider must be told who this is, and nobody has said so yet. */
    record ProfileMissing() implements Begun {}
  }

  /** Whether the connect page has to ask who an owner is. */
  public boolean asksForProfile(String owner) {
    StoredConnection stored = lifecycle.known(owner).view.stored();
    return (stored == null || stored.isTombstone()) && profiles.find(owner).isEmpty();
  }

  /** Whose QuickBooks it is to be, as far as that is known. */
  public Optional<String> companyName(String owner) {
    StoredConnection stored = lifecycle.known(owner).view.stored();
    return Optional.ofNullable(stored == null ? null : stored.companyName())
        .or(() -> profiles.find(owner).map(Profile::companyName));
  }

  /** The link that waits to be used; empty if there is none. */
  public Optional<OpenLink> openLink(String owner) {
    StoredConnection stored = lifecycle.known(owner).view.stored();
    return Optional.ofNullable(stored == null ? null : stored.link())
        .filter(link -> connections.clock().instant().isBefore(link.expiresAt()));
  }

  /** What has become of an invitation. */
  public Invitation.Fate fateOf(Invitation invitation) {
    StoredConnection stored = lifecycle.known(invitation.owner()).view.stored();
    return invitation.fate(stored, connections.clock().instant());
  }

  /**
   * Begins to connect, or goes on with what another tab or an earlier attempt began.
   *
   * @param anew whether a link that waits already is to be replaced
   * @param given what the user said about the owner, if anything
   * @param afterwards where the browser goes that used the link
   * @throws io.github.qbconnector.error.QuickBooksException if the provider or the store fails;
   *     what was stored by then is gone on with next time
   */
  public Begun begin(
      String owner,
      boolean anew,
      @Nullable Profile given,
      URI afterwards,
      @Nullable String connectedBy) {
    KnownConnection known = lifecycle.known(owner);
    try {
      View before = connections.reread(known);
      refuseWrongProject(before);
      Begun waiting = anew ? null : making.waiting(before);
      if (waiting != null) {
        return waiting;
      }
      long generation = generation(before);
      Leases.Awaited awaited =
          leases.await(
              known,
              CALLS,
              LEASE_WAIT,
              view -> generation(view) != generation && making.waiting(view) != null);
      Begun made = awaited.isOver() ? making.waiting(known.view) : null;
      if (made != null) {
        return made;
      }
      try (Lease lease = awaited.lease()) {
        if (lease == null) {
          throw troubles.occupied().failure();
        }
        return making.make(known, new LinkMaking.Wish(given, afterwards, connectedBy));
      }
    } catch (ProviderProblem problem) {
      troubles.remember(known, problem);
      throw problem.failure();
    } catch (VaultUnavailableException e) {
      throw StoreFailure.of(e, connections.clock().instant());
    }
  }

  /** Keys of another project must not make a second end-user for an owner who has one. */
  private void refuseWrongProject(View view) {
    StoredConnection stored = view.stored();
    if (stored != null && !stored.isTombstone() && !stored.binding().equals(provider.binding())) {
      Instant now = connections.clock().instant();
      throw Refusals.of(
          connections.status(view, now.toEpochMilli(), connections.settings().gate().maxStale()),
          provider.product(),
          now);
    }
  }

  /** Takes in an end-user that the application made itself. */
  public void adopt(String owner, String endUserId) {
    KnownConnection known = lifecycle.known(owner);
    try {
      EndUserRecord user = provider.read(endUserId);
      StoredConnection row = making.row(known, user, null);
      Instant now = connections.clock().instant();
      making.store(
          known,
          user.lastSuccessAt() == null
              ? row
              : row.linked(now, Rounds.sighting(user, now), user.companyName()));
    } catch (ProviderProblem problem) {
      // Nothing is stored yet, so an end-user that is not there is the caller's mistake.
      throw problem.failure().getCause() instanceof ObjectNotFoundException missing
          ? missing
          : problem.failure();
    } catch (VaultUnavailableException e) {
      throw StoreFailure.of(e, connections.clock().instant());
    }
  }

  /** Forgets a connection for certain; the end-user lives on at the provider. */
  @Override
  public void disconnect(String owner) {
    StoredConnection unused = end(owner);
  }

  /** Forgets a connection for certain, then deletes its end-user unless somebody else has it. */
  public void disconnectAndDelete(String owner) {
    StoredConnection stored = end(owner);
    if (stored == null || !stored.binding().equals(provider.binding())) {
      return;
    }
    try {
      if (connections.vault().heldByAnother(stored.key(), stored.companyId())) {
        Log.endUserKept(connections.connector());
      } else {
        provider.delete(stored.companyId());
      }
    } catch (ProviderProblem problem) {
      Log.trouble(connections.connector(), problem);
      throw problem.failure();
    } catch (VaultUnavailableException e) {
      throw StoreFailure.of(e, connections.clock().instant());
    }
  }

  private @Nullable StoredConnection end(String owner) {
    KnownConnection known = lifecycle.known(owner);
    Instant now = connections.clock().instant();
    try {
      View view = connections.reread(known);
      StoredConnection stored = view.stored();
      if (view.isSealBroken()) {
        connections.forget(known);
      }
      if (stored != null && !stored.isTombstone()) {
        known.show(View.of(connections.vault().put(stored.tombstone(now)), now));
        if (stored.connectedAt() != null) {
          events.fire(
              new Disconnected(
                  known.key.connector(), provider.product(), owner, stored.companyId(), now));
        }
      }
      return stored;
    } catch (VaultUnavailableException e) {
      throw StoreFailure.of(e, now);
    }
  }

  private static long generation(View view) {
    StoredConnection stored = view.stored();
    return stored == null ? 0 : stored.generation();
  }
}
