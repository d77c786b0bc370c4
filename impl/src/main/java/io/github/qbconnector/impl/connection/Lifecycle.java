package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionDetails;
import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.Evidence;
import io.github.qbconnector.Secret;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.MisconfiguredException;
import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.error.ReconnectRequiredException;
import io.github.qbconnector.event.CompanyMismatch;
import io.github.qbconnector.event.Connected;
import io.github.qbconnector.event.Disconnected;
import io.github.qbconnector.impl.config.ConnectorSettings;
import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.impl.vault.FlowVault;
import io.github.qbconnector.impl.vault.Grant;
import io.github.qbconnector.impl.vault.Sighting;
import io.github.qbconnector.impl.vault.StoredConnection;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The life of one connector's connections: made, asked about, and ended. */
public final class Lifecycle {
  private static final int PAGE = 100;

  private final Connections connections;
  private final Renewals renewals;
  private final FlowVault flows;
  private final ConnectionEvents events;

  public Lifecycle(
      Connections connections, Renewals renewals, FlowVault flows, ConnectionEvents events) {
    this.connections = connections;
    this.renewals = renewals;
    this.flows = flows;
    this.events = events;
  }

  public Connections connections() {
    return connections;
  }

  Renewals renewals() {
    return renewals;
  }

  public Provider provider() {
    return connections.provider();
  }

  /** What is known; reads the store once if this node knows nothing. */
  public ConnectionStatus status(String owner) {
    Instant now = connections.clock().instant();
    try {
      return connections
          .known(owner, now.toEpochMilli())
          .view
          .status(provider(), now, connections.settings().gate().maxStale());
    } catch (VaultUnavailableException e) {
      return UserMessages.on(
          ConnectionStatus.of(ConnectionState.CHECKING, StatusReason.STORE_UNAVAILABLE, now));
    }
  }

  /** What is stored, without secrets; empty if nothing is. */
  public Optional<ConnectionDetails> details(String owner) {
    return Optional.ofNullable(known(owner).view.stored())
        .map(
            c ->
                new ConnectionDetails(
                    c.companyId(),
                    Optional.ofNullable(c.companyName()),
                    Optional.ofNullable(c.connectedBy()),
                    c.connectedAt(),
                    Optional.of(c.grant().renewableUntil()),
                    Optional.ofNullable(c.grant().endsAt())));
  }

  KnownConnection known(String owner) {
    Instant now = connections.clock().instant();
    // Read the configuration first, so that a binding is compared with what holds now.
    ConnectorSettings unused = connections.settings(now.toEpochMilli());
    try {
      return connections.known(owner, now.toEpochMilli());
    } catch (VaultUnavailableException e) {
      throw StoreFailure.of(e, now);
    }
  }

  /**
   * Ends a flow: uses it up, exchanges the code, proves the company, stores the connection. Nothing
   * is stored half: every way out but {@link FlowOutcome.Connected} leaves the store as it was.
   *
   * @throws QuickBooksException if the store does not answer
   */
  public FlowOutcome finish(Flow flow, Callback callback, @Nullable String connectedBy) {
    try {
      // Before the code is sent: Intuit may revoke the grant of a code that is sent twice.
      if (!flows.consume(flow.id(), flow.expiresAt().plus(java.time.Duration.ofHours(1)))) {
        return new FlowOutcome.AlreadyUsed();
      }
      Grant grant;
      try {
        grant = provider().exchange(flow, callback.code());
      } catch (ProviderProblem e) {
        return new FlowOutcome.Refused(e.failure());
      }
      String companyName;
      try {
        companyName = provider().prove(grant, callback.companyId());
      } catch (ProviderProblem e) {
        return new FlowOutcome.NotProven(e.failure());
      } catch (UnauthorizedException e) {
        return new FlowOutcome.NotProven(e.problem().failure());
      }
      ConnectionKey key = new ConnectionKey(flow.connector(), flow.owner());
      String before = companyOf(key);
      if (before != null && !before.equals(callback.companyId()) && !flow.otherCompanyAllowed()) {
        return refuseOtherCompany(key, before, callback.companyId(), grant);
      }
      store(key, callback.companyId(), companyName, connectedBy, grant, Evidence.CONNECT);
      return new FlowOutcome.Connected(callback.companyId());
    } catch (VaultUnavailableException e) {
      throw StoreFailure.of(e, connections.clock().instant());
    }
  }

  private @Nullable String companyOf(ConnectionKey key) {
    StoredConnection stored = known(key.owner()).view.stored();
    return stored == null ? null : stored.companyId();
  }

  private FlowOutcome refuseOtherCompany(
      ConnectionKey key, String before, String offered, Grant grant) {
    if (!connections.vault().heldByAnother(key, offered)) {
      revoke(grant); // the grant nobody will use must not live on
    }
    events.fire(
        new CompanyMismatch(
            key.connector(),
            provider().product(),
            key.owner(),
            before,
            offered,
            connections.clock().instant()));
    return new FlowOutcome.OtherCompany(before, offered);
  }

  private void store(
      ConnectionKey key,
      String companyId,
      @Nullable String companyName,
      @Nullable String connectedBy,
      Grant grant,
      Evidence evidence) {
    Instant now = connections.clock().instant();
    StoredConnection stored =
        connections
            .vault()
            .put(
                new StoredConnection(
                    key,
                    companyId,
                    companyName,
                    provider().binding(),
                    connectedBy,
                    now,
                    0,
                    grant,
                    null,
                    new Sighting(evidence, now)));
    known(key.owner()).view = View.of(stored, now);
    events.fire(new Connected(key.connector(), provider().product(), key.owner(), companyId, now));
  }

  /** Brings a grant in that the application has already. */
  public void adopt(String owner, String companyId, Secret refreshToken) {
    ConnectionKey key = new ConnectionKey(connections.connector(), owner);
    Instant now = connections.clock().instant();
    try {
      Grant grant = provider().renew(new Grant(refreshToken, now, refreshToken, now, null));
      String name = provider().prove(grant, companyId);
      store(key, companyId, name, null, grant, Evidence.CONNECT);
    } catch (ProviderProblem e) {
      throw e.failure();
    } catch (UnauthorizedException e) {
      throw e.problem().failure();
    } catch (VaultUnavailableException e) {
      throw StoreFailure.of(e, now);
    }
  }

  /** Forgets a connection for certain, then revokes its grant as far as the provider answers. */
  public void disconnect(String owner) {
    KnownConnection known = known(owner);
    Instant now = connections.clock().instant();
    try {
      View view = connections.reread(known);
      StoredConnection stored = view.stored();
      boolean shared =
          stored != null && connections.vault().heldByAnother(known.key, stored.companyId());
      boolean removed = connections.vault().remove(known.key);
      known.unsaved = null;
      known.view = View.of(null, now);
      if (stored != null && !shared && stored.binding().equals(provider().binding())) {
        revoke(stored.grant());
      }
      if (removed) {
        events.fire(
            new Disconnected(
                known.key.connector(),
                provider().product(),
                owner,
                stored == null ? "" : stored.companyId(),
                now));
      }
    } catch (VaultUnavailableException e) {
      throw StoreFailure.of(e, now);
    }
  }

  private void revoke(Grant grant) {
    try {
      provider().revoke(grant);
    } catch (ProviderProblem e) {
      Log.revokeFailed(connections.connector(), e);
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

  /** The exception that fits a status which does not let a call through. */
  public static QuickBooksException exceptionFor(ConnectionStatus status, Instant now) {
    ErrorDetails.Builder details = ErrorDetails.of(codeFor(status.state()), now);
    status.userMessage().ifPresent(details::userMessage);
    status.requestId().ifPresent(details::requestId);
    String what = "The QuickBooks connection is " + status.state() + " (" + status.reason() + ").";
    return switch (status.state()) {
      case NOT_CONNECTED, CONNECTING ->
          new NotConnectedException(
              what + " The user connects at the connect page.", details.build(), null);
      case RECONNECT_REQUIRED ->
          new ReconnectRequiredException(
              what + " The user connects again at the connect page.", details.build(), null);
      case MISCONFIGURED ->
          new MisconfiguredException(
              what + " Compare the configured keys and environment with those it was made with.",
              details.build(),
              null);
      default ->
          new io.github.qbconnector.error.ProviderUnavailableException(
              what + " Try later.", details.build(), null, null);
    };
  }

  private static String codeFor(ConnectionState state) {
    return switch (state) {
      case NOT_CONNECTED, CONNECTING -> "QBC0101";
      case RECONNECT_REQUIRED -> "QBC0102";
      case MISCONFIGURED -> "QBC0103";
      default -> "QBC0104";
    };
  }
}
