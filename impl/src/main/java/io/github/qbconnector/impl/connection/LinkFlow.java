package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.ObjectNotFoundException;
import io.github.qbconnector.event.Connected;
import io.github.qbconnector.event.Disconnected;
import io.github.qbconnector.impl.connection.EndUserProvider.EndUserRecord;
import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.impl.vault.ConnectionVault.Lease;
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

  /** A link that is about to expire is not handed out again. */
  private static final Duration WORTH_SHOWING = Duration.ofMinutes(2);

  private final Lifecycle lifecycle;
  private final Connections connections;
  private final EndUserProvider provider;
  private final OwnerProfile profiles;
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
    this.leases = new Leases(connections);
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
    return lifecycle.known(owner).view.stored() == null && profiles.find(owner).isEmpty();
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
      Begun waiting = anew ? null : waiting(before);
      if (waiting != null) {
        return waiting;
      }
      connections.vault().reserve(known.key);
      long generation = generation(before);
      Leases.Awaited awaited =
          leases.await(
              known,
              CALLS,
              LEASE_WAIT,
              view -> generation(view) != generation && waiting(view) != null);
      Begun made = awaited.isOver() ? waiting(known.view) : null;
      if (made != null) {
        return made;
      }
      try (Lease lease = awaited.lease()) {
        if (lease == null) {
          throw troubles.occupied().failure();
        }
        return make(known, given, afterwards, connectedBy);
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
          view.status(provider, now, connections.settings().gate().maxStale()),
          provider.product(),
          now);
    }
  }

  private @Nullable Begun waiting(View view) {
    StoredConnection stored = view.stored();
    if (stored == null || stored.ending() != null) {
      return null;
    }
    OpenLink link = stored.link();
    if (link != null
        && connections.clock().instant().plus(WORTH_SHOWING).isBefore(link.expiresAt())) {
      return new Begun.Opened(link);
    }
    return stored.connectedAt() != null && view.trouble() == null ? new Begun.Linked() : null;
  }

  private Begun make(
      KnownConnection known, @Nullable Profile given, URI afterwards, @Nullable String connectedBy)
      throws ProviderProblem {
    StoredConnection stored = known.view.stored();
    if (stored != null && stored.binding().equals(provider.binding())) {
      try {
        return open(known, stored, afterwards, connectedBy);
      } catch (ProviderProblem problem) {
        if (!stored.isTombstone() || problem.reason() != StatusReason.END_USER_MISSING) {
          throw problem;
        }
        // Disconnected here and deleted there: nothing is left to go on with.
      }
    }
    EndUserRecord user = provider.find(known.key.owner());
    boolean isNew = user == null;
    if (user == null) {
      Profile profile = profiles.find(known.key.owner()).orElse(given);
      if (profile == null) {
        return new Begun.ProfileMissing();
      }
      user = provider.create(known.key.owner(), profile);
    }
    Instant now = connections.clock().instant();
    StoredConnection row = row(known.key, stored, user.id(), user.companyName(), connectedBy);
    if (user.lastSuccessAt() != null && stored == null) {
      store(known, row.linked(now, Rounds.sighting(user, now), user.companyName()));
      return new Begun.Linked();
    }
    // Before anything else: an end-user that is not remembered would be made again, and billed. One
    // that was linked before a disconnect stays ended until its new link is there.
    StoredConnection written =
        connections.vault().put(user.lastSuccessAt() == null ? row : row.tombstone(now));
    known.view = View.of(written, now);
    try {
      return open(known, written, afterwards, connectedBy);
    } catch (ProviderProblem problem) {
      if (isNew && problem.state() == ConnectionState.MISCONFIGURED) {
        // Made a moment ago in a project the link's key does not belong to.
        provider.delete(user.id());
        boolean unused = connections.vault().remove(known.key);
        known.view = View.of(null, now);
      }
      throw problem;
    }
  }

  private StoredConnection row(
      ConnectionKey key,
      @Nullable StoredConnection before,
      String endUserId,
      String companyName,
      @Nullable String connectedBy) {
    return StoredConnection.of(key, endUserId, provider.binding())
        .companyName(companyName)
        .connectedBy(connectedBy)
        .endedAt(before == null ? null : before.endedAt())
        .done();
  }

  private Begun open(
      KnownConnection known, StoredConnection stored, URI afterwards, @Nullable String connectedBy)
      throws ProviderProblem {
    OpenLink link = provider.openLink(stored.companyId(), afterwards);
    Instant now = connections.clock().instant();
    StoredConnection changed = stored.opened(link, connectedBy);
    StoredConnection written = connections.vault().replace(changed);
    if (written == null) {
      // A round, or a disconnect, was faster; what it wrote counts.
      Begun other = waiting(connections.reread(known));
      if (other == null) {
        throw troubles.occupied();
      }
      return other;
    }
    View before = known.view;
    known.askedAt = 0;
    known.view = new View(written, false, before.seen(), before.latency(), before.trouble(), now);
    return new Begun.Opened(link);
  }

  /** Takes in an end-user that the application made itself. */
  public void adopt(String owner, String endUserId) {
    KnownConnection known = lifecycle.known(owner);
    try {
      EndUserRecord user = provider.read(endUserId);
      StoredConnection row =
          row(known.key, known.view.stored(), user.id(), user.companyName(), null);
      Instant now = connections.clock().instant();
      store(
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

  private void store(KnownConnection known, StoredConnection connection) {
    Instant now = connections.clock().instant();
    StoredConnection written = connections.vault().put(connection);
    known.view = View.of(written, now);
    if (written.connectedAt() != null) {
      events.fire(
          new Connected(
              known.key.connector(),
              provider.product(),
              known.key.owner(),
              written.companyId(),
              now));
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
      throw problem.failure();
    } catch (VaultUnavailableException e) {
      throw StoreFailure.of(e, connections.clock().instant());
    }
  }

  private @Nullable StoredConnection end(String owner) {
    KnownConnection known = lifecycle.known(owner);
    Instant now = connections.clock().instant();
    try {
      StoredConnection stored = connections.reread(known).stored();
      if (stored != null && !stored.isTombstone()) {
        known.view = View.of(connections.vault().put(stored.tombstone(now)), now);
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
