package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.event.Connected;
import io.github.qbconnector.impl.connection.EndUserProvider.EndUserRecord;
import io.github.qbconnector.impl.connection.LinkFlow.Begun;
import io.github.qbconnector.impl.vault.OpenLink;
import io.github.qbconnector.impl.vault.StoredConnection;
import io.github.qbconnector.spi.OwnerProfile;
import io.github.qbconnector.spi.OwnerProfile.Profile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds or makes an owner's end-user, and a link for it; what comes of each step is stored. */
final class LinkMaking {
  /** A link that is about to expire is not handed out again. */
  private static final Duration WORTH_SHOWING = Duration.ofMinutes(2);

  private final Connections connections;
  private final EndUserProvider provider;
  private final OwnerProfile profiles;
  private final Troubles troubles;
  private final ConnectionEvents events;

  LinkMaking(
      Connections connections,
      EndUserProvider provider,
      OwnerProfile profiles,
      Troubles troubles,
      ConnectionEvents events) {
    this.connections = connections;
    this.provider = provider;
    this.profiles = profiles;
    this.troubles = troubles;
    this.events = events;
  }

  /**
   * What is asked for.
   *
   * @param profile what the user said about the owner, if anything
   * @param afterwards where the browser goes that used the link
   * @param by the caller who connects
   */
  record Wish(@Nullable Profile profile, URI afterwards, @Nullable String by) {}

  /** What there is already, so that nothing need be made; {@code null} if there is nothing. */
  @Nullable Begun waiting(View view) {
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

  /** Goes on with what is stored, or begins from nothing. Called under the lease. */
  Begun make(KnownConnection known, Wish wish) throws ProviderProblem {
    StoredConnection stored = known.view.stored();
    if (stored != null && stored.binding().equals(provider.binding())) {
      try {
        return open(known, stored, wish);
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
      Profile profile = profiles.find(known.key.owner()).orElse(wish.profile());
      if (profile == null) {
        return new Begun.ProfileMissing();
      }
      user = provider.create(known.key.owner(), profile);
    }
    Instant now = connections.clock().instant();
    StoredConnection row = row(known, user, wish.by());
    if (user.lastSuccessAt() != null && stored == null) {
      store(known, row.linked(now, Rounds.sighting(user, now), user.companyName()));
      return new Begun.Linked();
    }
    // Before anything else: an end-user that is not remembered would be made again, and billed. One
    // that was linked before a disconnect stays ended until its new link is there.
    StoredConnection written =
        connections.vault().put(user.lastSuccessAt() == null ? row : row.tombstone(now));
    known.show(View.of(written, now));
    try {
      return open(known, written, wish);
    } catch (ProviderProblem problem) {
      if (isNew && problem.state() == ConnectionState.MISCONFIGURED) {
        // Made a moment ago in a project the link's key does not belong to.
        provider.delete(user.id());
        boolean unused = connections.vault().remove(known.key);
        known.show(View.of(null, now));
      }
      throw problem;
    }
  }

  /** The row of an end-user that is not linked yet. */
  StoredConnection row(KnownConnection known, EndUserRecord user, @Nullable String by) {
    StoredConnection before = known.view.stored();
    return StoredConnection.of(known.key, user.id(), provider.binding())
        .companyName(user.companyName())
        .connectedBy(by)
        .endedAt(before == null ? null : before.endedAt())
        .done();
  }

  private Begun open(KnownConnection known, StoredConnection stored, Wish wish)
      throws ProviderProblem {
    OpenLink link = provider.openLink(stored.companyId(), wish.afterwards());
    Instant now = connections.clock().instant();
    StoredConnection changed = stored.opened(link, wish.by());
    StoredConnection written = connections.vault().replace(changed);
    if (written == null) {
      // A round, or a disconnect, was faster; what it wrote counts.
      Begun other = waiting(connections.reread(known));
      if (other == null) {
        throw troubles.occupied();
      }
      return other;
    }
    known.askedAt = 0;
    View unused =
        known.change(
            before ->
                new View(
                    written, false, before.seen(), before.latency(), before.trouble(), null, now));
    return new Begun.Opened(link);
  }

  /** Stores a connection in place of whatever was there. */
  void store(KnownConnection known, StoredConnection connection) {
    Instant now = connections.clock().instant();
    StoredConnection written = connections.vault().put(connection);
    known.show(View.of(written, now));
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
}
