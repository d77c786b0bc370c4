package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.core.SimulatorClock;
import io.github.qbconnector.simulator.intuit.accounting.Companies;
import io.github.qbconnector.simulator.intuit.accounting.RateLimits;

/** Everything that the simulated Intuit remembers, and what can be done to it from outside. */
public final class IntuitState {

  private final OAuthClients clients = new OAuthClients();
  private final TokenSettings tokens = new TokenSettings();
  private final LegacyTokens legacyTokens = new LegacyTokens();
  private final Grants grants;
  private final Companies companies = new Companies();
  private final RateLimits limits;

  /** Creates seeded companies and no connections. */
  public IntuitState(SimulatorClock clock) {
    this.grants = new Grants(clock, tokens);
    this.limits = new RateLimits(clock);
  }

  /** Restores everything as it was at the start. */
  public void reset() {
    clients.reset();
    tokens.reset();
    legacyTokens.reset();
    grants.reset();
    companies.reset();
    limits.disable();
  }

  /** The applications that Intuit knows. */
  public OAuthClients clients() {
    return clients;
  }

  /** How codes and tokens behave. */
  public TokenSettings tokens() {
    return tokens;
  }

  /** The OAuth 1.0a tokens that can be migrated. */
  public LegacyTokens legacyTokens() {
    return legacyTokens;
  }

  /** Who is connected. */
  public Grants grants() {
    return grants;
  }

  /** The companies and their books. */
  public Companies companies() {
    return companies;
  }

  /** Limits of requests, off at the start. */
  public RateLimits limits() {
    return limits;
  }
}
