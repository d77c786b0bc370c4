package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionDetails;
import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.impl.config.ConnectorSettings;
import io.github.qbconnector.impl.vault.Grant;
import io.github.qbconnector.impl.vault.StoredConnection;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one connector's connections. How they are made and ended is a connect flow's.
 */
public final class Lifecycle {
  private static final int PAGE = 100;

  private final Connections connections;
  private final FreshEvidence evidence;

  /** The life of connections that renew their tokens. */
  public Lifecycle(Connections connections, Renewals renewals) {
    this.connections = connections;
    this.evidence = renewals;
  }

  /** The life of connections that are asked for a sign of life. */
  public Lifecycle(Connections connections, Rounds rounds) {
    this.connections = connections;
    this.evidence = rounds;
  }

  public Connections connections() {
    return connections;
  }

  FreshEvidence evidence() {
    return evidence;
  }

  public Provider provider() {
    return connections.provider();
  }

  /** What is known; reads the store once if this node knows nothing. */
  public ConnectionStatus status(String owner) {
    long now = connections.clock().millis();
    Duration maxStale = connections.settings(now).gate().maxStale();
    try {
      return connections.status(connections.known(owner, now).view, now, maxStale);
    } catch (VaultUnavailableException e) {
      return UserMessages.on(
          ConnectionStatus.of(
              ConnectionState.CHECKING, StatusReason.STORE_UNAVAILABLE, Instant.ofEpochMilli(now)));
    }
  }

  /** What is stored, without secrets; empty if no connection was made, or it was ended here. */
  public Optional<ConnectionDetails> details(String owner) {
    return Optional.ofNullable(known(owner).view.stored()).flatMap(Lifecycle::details);
  }

  /**
   * What is stored.
   *
   * @throws io.github.qbconnector.error.QuickBooksException if no connection was made
   */
  public ConnectionDetails requireDetails(String owner) {
    return details(owner)
        .orElseThrow(
            () -> Refusals.of(status(owner), provider().product(), connections.clock().instant()));
  }

  private static Optional<ConnectionDetails> details(StoredConnection stored) {
    Grant grant = stored.grant();
    return Optional.ofNullable(stored.connectedAt())
        .map(
            connectedAt ->
                new ConnectionDetails(
                    stored.companyId(),
                    Optional.ofNullable(stored.companyName()),
                    Optional.ofNullable(stored.connectedBy()),
                    connectedAt,
                    Optional.ofNullable(grant).map(Grant::renewableUntil),
                    Optional.ofNullable(grant).map(Grant::endsAt)));
  }

  /** Has fresh evidence gathered behind the caller's back, unless what is known is good. */
  public void lookAgain(String owner) {
    KnownConnection known = known(owner);
    Instant now = connections.clock().instant();
    Duration maxAge = connections.settings().gate().maxAge();
    boolean isGood =
        known.view.isUsable(provider().binding())
            && known.view.isGoodWithin(maxAge.toMillis(), now.toEpochMilli())
            && !known.view.hasOpenLink(now);
    if (!isGood && evidence.isWorthAsking(known, now)) {
      evidence.askBehind(known);
    }
  }

  KnownConnection known(String owner) {
    return known(owner, connections.clock().millis());
  }

  /** As {@link #known(String)}, for callers that know the time already. */
  KnownConnection known(String owner, long now) {
    // Read the configuration first, so that a binding is compared with what holds now.
    ConnectorSettings unused = connections.settings(now);
    try {
      return connections.known(owner, now);
    } catch (VaultUnavailableException e) {
      throw StoreFailure.of(e, Instant.ofEpochMilli(now));
    }
  }

  /** The owners of all stored connections, in keyset pages. */
  public Stream<String> owners() {
    return StreamSupport.stream(
        new Spliterators.AbstractSpliterator<String>(Long.MAX_VALUE, 0) {
          private List<String> page = List.of();
          private int next;
          private @Nullable String last;
          private boolean ended;

          @Override
          public boolean tryAdvance(Consumer<? super String> action) {
            if (next == page.size() && !ended) {
              page = read(last);
              next = 0;
              ended = page.size() < PAGE;
            }
            if (next == page.size()) {
              return false;
            }
            String owner = page.get(next++);
            last = owner;
            action.accept(owner);
            return true;
          }
        },
        false);
  }

  private List<String> read(@Nullable String after) {
    try {
      return connections.vault().owners(connections.connector(), after, PAGE);
    } catch (VaultUnavailableException e) {
      throw StoreFailure.of(e, connections.clock().instant());
    }
  }
}
