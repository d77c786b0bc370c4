package io.github.qbconnector.simulator;

import io.github.qbconnector.simulator.core.Faults;
import io.github.qbconnector.simulator.core.RequestLog;
import io.github.qbconnector.simulator.core.SimulatorClock;
import io.github.qbconnector.simulator.intuit.Grants;
import io.github.qbconnector.simulator.intuit.IntuitEndpoints;
import io.github.qbconnector.simulator.intuit.IntuitState;
import io.github.qbconnector.simulator.intuit.OAuthClients;
import io.github.qbconnector.simulator.intuit.TokenSettings;
import io.github.qbconnector.simulator.intuit.accounting.Companies;
import io.github.qbconnector.simulator.intuit.accounting.RateLimits;
import io.github.qbconnector.simulator.jdk.JdkServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** Intuit inside the current JVM, for tests: a real HTTP server on a port of its own. */
public final class IntuitSimulator implements AutoCloseable {

  /** Where the simulator lives on its server. */
  public static final String CONTEXT_PATH = "/simulator";

  private final IntuitState state;
  private final JdkServer server;

  private IntuitSimulator(IntuitState state, JdkServer server) {
    this.state = state;
    this.server = server;
  }

  /** Starts a simulator on a free port of the loopback address. */
  public static IntuitSimulator start() {
    return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /** Starts a simulator on the given address. */
  public static IntuitSimulator start(InetSocketAddress address) {
    Simulation simulation = new Simulation();
    return new IntuitSimulator(
        simulation.intuit(), JdkServer.start(address, CONTEXT_PATH, simulation));
  }

  /** The URL of the simulator, {@code http://127.0.0.1:<port>/simulator}. */
  public URI baseUrl() {
    return URI.create(server.baseUrl());
  }

  /** The URL below which Intuit's own paths start: the connector's {@code base-url}. */
  public URI intuitUrl() {
    return URI.create(server.baseUrl() + IntuitEndpoints.ROOT);
  }

  /** The URL of the discovery document. */
  public URI discoveryUrl() {
    return URI.create(intuitUrl() + "/.well-known/openid_sandbox_configuration");
  }

  /** The simulator's time. */
  public SimulatorClock clock() {
    return state.clock();
  }

  /** Faults on command. */
  public Faults faults() {
    return state.faults();
  }

  /** What reached Intuit. */
  public RequestLog requests() {
    return state.requests();
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

  /** Restores everything as it was at the start; the server keeps its port. */
  public void reset() {
    state.reset();
  }

  @Override
  public void close() {
    faults().clear();
    server.close();
  }
}
