package io.github.qbconnector.impl.connection;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.Secret;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.event.CompanyMismatch;
import io.github.qbconnector.event.Connected;
import io.github.qbconnector.event.Disconnected;
import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.impl.vault.FlowVault;
import io.github.qbconnector.impl.vault.Grant;
import io.github.qbconnector.impl.vault.Sighting;
import io.github.qbconnector.impl.vault.StoredConnection;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Connections made by consent in the browser: begun, finished, adopted and ended. */
public final class ConsentFlow implements ConnectFlow {
  private final Lifecycle lifecycle;
  private final Connections connections;
  private final GrantProvider provider;
  private final FlowVault flows;
  private final ConnectionEvents events;

  public ConsentFlow(
      Lifecycle lifecycle, GrantProvider provider, FlowVault flows, ConnectionEvents events) {
    this.lifecycle = lifecycle;
    this.connections = lifecycle.connections();
    this.provider = provider;
    this.flows = flows;
    this.events = events;
  }

  /** Where the browser goes to consent. */
  public URI consentUrl(Flow flow) {
    return provider.consentUrl(flow);
  }

  /**
   * Ends a flow that brought an error instead of a code, and uses it up.
   *
   * @throws QuickBooksException if the store does not answer
   */
  public FlowOutcome refused(Flow flow, String error, @Nullable String description) {
    try {
      boolean unused = flows.consume(flow.id(), flow.expiresAt()); // whoever was first
    } catch (VaultUnavailableException e) {
      throw StoreFailure.of(e, connections.clock().instant());
    }
    ProviderProblem problem = provider.consentRefused(error, description);
    return problem == null ? new FlowOutcome.Cancelled() : refused(problem);
  }

  private FlowOutcome refused(ProviderProblem problem) {
    Log.trouble(connections.connector(), problem);
    return new FlowOutcome.Refused(problem.failure());
  }

  private FlowOutcome notProven(ProviderProblem problem) {
    Log.trouble(connections.connector(), problem);
    return new FlowOutcome.NotProven(problem.failure());
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
      if (!flows.consume(flow.id(), flow.expiresAt().plus(Duration.ofHours(1)))) {
        return new FlowOutcome.AlreadyUsed();
      }
      Grant grant;
      try {
        grant = provider.exchange(flow, callback.code());
      } catch (ProviderProblem e) {
        return refused(e);
      }
      String companyName;
      try {
        companyName = provider.prove(grant, callback.companyId());
      } catch (ProviderProblem e) {
        return notProven(e);
      } catch (UnauthorizedException e) {
        return notProven(e.problem());
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
    StoredConnection stored = connections.reread(lifecycle.known(key.owner())).stored();
    return stored == null || stored.isTombstone() ? null : stored.companyId();
  }

  private FlowOutcome refuseOtherCompany(
      ConnectionKey key, String before, String offered, Grant grant) {
    if (!connections.vault().heldByAnother(key, offered)) {
      revoke(grant); // the grant nobody will use must not live on
    }
    events.fire(
        new CompanyMismatch(
            key.connector(),
            provider.product(),
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
                StoredConnection.of(key, companyId, provider.binding())
                    .companyName(companyName)
                    .connectedBy(connectedBy)
                    .connectedAt(now)
                    .grant(grant)
                    .sighting(new Sighting(evidence, now))
                    .done());
    lifecycle.known(key.owner()).show(View.of(stored, now));
    events.fire(new Connected(key.connector(), provider.product(), key.owner(), companyId, now));
  }

  /** Brings a grant in that the application has already. */
  public void adopt(String owner, String companyId, Secret refreshToken) {
    ConnectionKey key = new ConnectionKey(connections.connector(), owner);
    Instant now = connections.clock().instant();
    try {
      Grant grant = provider.renew(new Grant(refreshToken, now, now, refreshToken, now, null));
      String name = provider.prove(grant, companyId);
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
  @Override
  public void disconnect(String owner) {
    KnownConnection known = lifecycle.known(owner);
    Instant now = connections.clock().instant();
    try {
      View view = connections.reread(known);
      StoredConnection stored = view.stored();
      if (view.isSealBroken()) {
        connections.forget(known);
      }
      if (stored == null || stored.isTombstone()) {
        return;
      }
      boolean shared = connections.vault().heldByAnother(known.key, stored.companyId());
      StoredConnection ended = connections.vault().put(stored.tombstone(now));
      known.unsaved = null;
      known.show(View.of(ended, now));
      if (!shared && stored.binding().equals(provider.binding())) {
        revoke(stored.requireGrant());
      }
      events.fire(
          new Disconnected(
              known.key.connector(), provider.product(), owner, stored.companyId(), now));
    } catch (VaultUnavailableException e) {
      throw StoreFailure.of(e, now);
    }
  }

  private void revoke(Grant grant) {
    try {
      provider.revoke(grant);
    } catch (ProviderProblem e) {
      Log.revokeFailed(connections.connector(), e);
    }
  }
}
