package io.github.qbconnector.simulator;

import io.github.qbconnector.simulator.intuit.Grants;
import io.github.qbconnector.simulator.intuit.IntuitEndpoints;
import io.github.qbconnector.simulator.intuit.IntuitState;
import io.github.qbconnector.simulator.intuit.LegacyTokens;
import io.github.qbconnector.simulator.intuit.OAuthClients;
import io.github.qbconnector.simulator.intuit.TokenSettings;
import io.github.qbconnector.simulator.intuit.accounting.Companies;
import io.github.qbconnector.simulator.intuit.accounting.RateLimits;
import java.net.URI;

/** The simulator's Intuit: QuickBooks Online. */
public final class SimulatedIntuit {

  private final IntuitState state;
  private final String baseUrl;

  SimulatedIntuit(IntuitState state, String baseUrl) {
    this.state = state;
    this.baseUrl = baseUrl;
  }

  /** The URL below which Intuit's own paths start: the connector's {@code online.base-url}. */
  public URI url() {
    return URI.create(baseUrl + IntuitEndpoints.ROOT);
  }

  /** The URL of the discovery document. */
  public URI discoveryUrl() {
    return URI.create(url() + "/.well-known/openid_sandbox_configuration");
  }

  /** The companies and their books. */
  public Companies companies() {
    return state.companies();
  }

  /** Who is connected, and what a user or Intuit can do to a connection. */
  public Grants grants() {
    return state.grants();
  }

  /** The applications that Intuit knows. */
  public OAuthClients clients() {
    return state.clients();
  }

  /** How codes and tokens behave. */
  public TokenSettings tokens() {
    return state.tokens();
  }

  /** The OAuth 1.0a tokens that can be migrated. */
  public LegacyTokens legacyTokens() {
    return state.legacyTokens();
  }

  /** Limits of requests, off at the start. */
  public RateLimits limits() {
    return state.limits();
  }

  /** A person opens the consent page, chooses a company and connects; answers the callback URL. */
  public URI consent(URI authorizationUrl, String realmId) {
    return ConsentWalk.connect(authorizationUrl, realmId);
  }

  /** A person opens the consent page and cancels; answers the callback URL. */
  public URI deny(URI authorizationUrl) {
    return ConsentWalk.cancel(authorizationUrl);
  }
}
