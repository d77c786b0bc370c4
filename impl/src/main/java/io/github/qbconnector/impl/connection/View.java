package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.Evidence;
import io.github.qbconnector.Product;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.impl.vault.Ending;
import io.github.qbconnector.impl.vault.OpenLink;
import io.github.qbconnector.impl.vault.Sighting;
import io.github.qbconnector.impl.vault.StoredConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this node knows of one connection at one moment. Immutable; changes are new views. Not a
 * record: what the gate asks for most is worked out once, so that passing reads two fields.
 */
final class View {
  private static final long NEVER = Long.MIN_VALUE / 2;

  private final @Nullable StoredConnection stored;
  private final boolean sealBroken;
  private final @Nullable Sighting seen;
  private final @Nullable Duration latency;
  private final @Nullable Trouble trouble;
  private final @Nullable Trouble failedRenewal;
  private final Instant readAt;
  private final @Nullable String usableBinding;
  private final long goodSince;

  /** Made when it is first asked for; threads that meet there make equal ones. */
  private @Nullable ConnectionStatus connected;

  /**
   * @param stored {@code null} if nothing is stored
   * @param sealBroken whether something is stored that cannot be opened
   * @param seen the newest good evidence, possibly newer than the stored one
   * @param latency how long the provider took for it
   * @param trouble what failed since then
   * @param failedRenewal the newest attempt to renew this generation, if it has failed; good calls
   *     with what is left of the old token do not make it undone
   * @param readAt when the store was read
   */
  View(
      @Nullable StoredConnection stored,
      boolean sealBroken,
      @Nullable Sighting seen,
      @Nullable Duration latency,
      @Nullable Trouble trouble,
      @Nullable Trouble failedRenewal,
      Instant readAt) {
    this.stored = stored;
    this.sealBroken = sealBroken;
    this.seen = seen;
    this.latency = latency;
    this.trouble = trouble;
    this.failedRenewal = failedRenewal;
    this.readAt = readAt;
    boolean made = stored != null && stored.ending() == null && stored.connectedAt() != null;
    this.usableBinding = stored != null && made ? stored.binding() : null;
    this.goodSince = seen != null && trouble == null ? seen.at().toEpochMilli() : NEVER;
  }

  @Nullable StoredConnection stored() {
    return stored;
  }

  @Nullable Sighting seen() {
    return seen;
  }

  @Nullable Duration latency() {
    return latency;
  }

  @Nullable Trouble trouble() {
    return trouble;
  }

  @Nullable Trouble failedRenewal() {
    return failedRenewal;
  }

  Instant readAt() {
    return readAt;
  }

  static View of(@Nullable StoredConnection stored, Instant readAt) {
    return new View(stored, false, seenBy(stored, readAt), null, null, null, readAt);
  }

  /** A node whose clock is ahead must not make its evidence count for longer. */
  private static @Nullable Sighting seenBy(@Nullable StoredConnection stored, Instant now) {
    Sighting seen = stored == null ? null : stored.sighting();
    return seen != null && seen.at().isAfter(now) ? new Sighting(seen.evidence(), now) : seen;
  }

  static View unopenable(Instant readAt) {
    return new View(null, true, null, null, null, null, readAt);
  }

  View withTrouble(Trouble newTrouble) {
    return new View(stored, sealBroken, seen, latency, newTrouble, failedRenewal, readAt);
  }

  /** With a failed attempt to renew, which is trouble too. */
  View withFailedRenewal(Trouble failed) {
    return new View(stored, sealBroken, seen, latency, failed, failed, readAt);
  }

  View withoutTrouble() {
    return trouble == null && failedRenewal == null
        ? this
        : new View(stored, sealBroken, seen, latency, null, null, readAt);
  }

  View withSighting(Sighting newSeen, @Nullable Duration newLatency) {
    return new View(stored, sealBroken, newSeen, newLatency, null, failedRenewal, readAt);
  }

  View withLatency(Duration newLatency) {
    return new View(stored, sealBroken, seen, newLatency, trouble, failedRenewal, readAt);
  }

  /** Whether something is stored that cannot be opened. */
  boolean isSealBroken() {
    return sealBroken;
  }

  /** Whether the connection may be used: made, under these keys, and not ended. */
  boolean isUsable(String binding) {
    return binding.equals(usableBinding);
  }

  /** Whether a link waits to be used. */
  boolean hasOpenLink(Instant now) {
    OpenLink link = stored == null ? null : stored.link();
    return link != null && now.isBefore(link.expiresAt());
  }

  /**
   * Whether there is good evidence younger than this, and no trouble since. Evidence from the
   * future, which a clock that was set back leaves behind, is as doubtful as old one.
   */
  boolean isGoodWithin(long millis, long now) {
    return Math.abs(now - goodSince) < millis;
  }

  /** Age of the newest good evidence, in milliseconds; very large if there is none. */
  long ageMillis(long now) {
    return seen == null ? Long.MAX_VALUE : Math.abs(now - seen.at().toEpochMilli());
  }

  /**
   * The status as the table of the reference has it.
   *
   * @param now in epoch milliseconds
   */
  ConnectionStatus status(Provider provider, long now, Duration maxStale) {
    if (isUsable(provider.binding()) && isGoodWithin(maxStale.toMillis(), now)) {
      return connected();
    }
    if (sealBroken) {
      return plain(ConnectionState.MISCONFIGURED, StatusReason.SEAL_BROKEN, readAt);
    }
    StoredConnection connection = stored;
    if (connection == null) {
      return plain(ConnectionState.NOT_CONNECTED, StatusReason.NEVER_CONNECTED, readAt);
    }
    Ending ending = connection.ending();
    if (ending != null && connection.isTombstone()) {
      return plain(ConnectionState.NOT_CONNECTED, ending.reason(), ending.at());
    }
    if (!connection.binding().equals(provider.binding())) {
      return plain(
          ConnectionState.MISCONFIGURED,
          provider.sameEnvironment(connection.binding())
              ? StatusReason.CLIENT_CHANGED
              : StatusReason.ENVIRONMENT_CHANGED,
          readAt);
    }
    if (ending != null) {
      return full(
          ConnectionState.RECONNECT_REQUIRED,
          ending.reason(),
          ending.at(),
          ending.at(),
          Evidence.TOKEN_REFRESH,
          Optional.empty());
    }
    ConnectionStatus connecting = connecting(connection, Instant.ofEpochMilli(now));
    if (connecting != null) {
      return connecting;
    }
    if (trouble != null) {
      return troubled(trouble, provider.product());
    }
    return plain(
        ConnectionState.CHECKING,
        seen == null ? StatusReason.NO_EVIDENCE : StatusReason.EVIDENCE_TOO_OLD,
        seen == null ? readAt : seen.at());
  }

  private ConnectionStatus connected() {
    ConnectionStatus status = connected;
    if (status == null) {
      Sighting newest = Objects.requireNonNull(seen);
      status =
          full(
              ConnectionState.CONNECTED,
              StatusReason.NONE,
              Objects.requireNonNull(Objects.requireNonNull(stored).connectedAt()),
              newest.at(),
              newest.evidence(),
              Optional.empty());
      connected = status;
    }
    return status;
  }

  /** The status of a set-up that is not finished; {@code null} if none is under way. */
  private @Nullable ConnectionStatus connecting(StoredConnection connection, Instant now) {
    boolean isFirst = connection.connectedAt() == null;
    boolean isRefused = trouble != null && trouble.state() == ConnectionState.MISCONFIGURED;
    boolean isAgain = trouble != null && trouble.isTheMachines();
    if (isRefused || !(isFirst || isAgain)) {
      return null;
    }
    OpenLink link = connection.link();
    if (link != null && now.isBefore(link.expiresAt())) {
      return plain(ConnectionState.CONNECTING, StatusReason.FLOW_OPEN, link.openedAt());
    }
    if (!isFirst) {
      return null;
    }
    return link == null
        ? plain(ConnectionState.NOT_CONNECTED, StatusReason.NOT_SET_UP, readAt)
        : plain(ConnectionState.NOT_CONNECTED, StatusReason.LINK_EXPIRED, link.expiresAt());
  }

  private ConnectionStatus troubled(Trouble failed, Product product) {
    ConnectionStatus status =
        full(
            failed.state(),
            failed.reason(),
            failed.since(),
            failed.at(),
            product == Product.ONLINE ? Evidence.TOKEN_REFRESH : Evidence.PING,
            failed.failure().requestId());
    // The provider's own words about the user's machine are better than ours.
    return product == Product.DESKTOP && failed.failure().userMessage().isPresent()
        ? status.withUserMessage(failed.failure().userMessage().get())
        : status;
  }

  private static ConnectionStatus plain(ConnectionState state, StatusReason reason, Instant since) {
    return UserMessages.on(ConnectionStatus.of(state, reason, since));
  }

  private ConnectionStatus full(
      ConnectionState state,
      StatusReason reason,
      Instant since,
      Instant checkedAt,
      Evidence evidence,
      Optional<String> requestId) {
    return UserMessages.on(
        new ConnectionStatus(
            state,
            reason,
            Optional.empty(),
            since,
            Optional.of(checkedAt),
            evidence,
            Optional.ofNullable(latency),
            requestId));
  }
}
