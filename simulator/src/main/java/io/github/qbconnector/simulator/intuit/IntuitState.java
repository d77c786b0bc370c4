package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.core.Faults;
import io.github.qbconnector.simulator.core.RequestLog;
import io.github.qbconnector.simulator.core.SimulatorClock;
import io.github.qbconnector.simulator.intuit.accounting.Companies;
import io.github.qbconnector.simulator.intuit.accounting.RateLimits;

/** Everything that the simulated Intuit remembers, and what can be done to it from outside. */
public final class IntuitState {

  private final SimulatorClock clock = new SimulatorClock();
  private final Faults faults = new Faults();
  private final RequestLog requests = new RequestLog();
  private final OAuthClients clients = new OAuthClients();
  private final TokenSettings tokens = new TokenSettings();
  private final Grants grants = new Grants(clock, tokens);
  private final Companies companies = new Companies();
  private final RateLimits limits = new RateLimits(clock);

  /** Creates seeded companies and no connections. */
  public IntuitState() {}

  /** Restores everything as it was at the start. */
  public void reset() {
    faults.clear();
    clock.reset();
    clients.reset();
    tokens.reset();
    grants.reset();
    companies.reset();
    limits.disable();
    requests.clear();
  }

  /** The simulator's time. */
  public SimulatorClock clock() {
    return clock;
  }

  /** Faults on command. */
  public Faults faults() {
    return faults;
  }

  /** What reached Intuit. */
  public RequestLog requests() {
    return requests;
  }

  /** The applications that Intuit knows. */
  public OAuthClients clients() {
    return clients;
  }

  /** How codes and tokens behave. */
  public TokenSettings tokens() {
    return tokens;
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
