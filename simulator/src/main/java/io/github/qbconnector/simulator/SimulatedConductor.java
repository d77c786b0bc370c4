package io.github.qbconnector.simulator;

import io.github.qbconnector.simulator.conductor.AuthSessions;
import io.github.qbconnector.simulator.conductor.ConductorEndpoints;
import io.github.qbconnector.simulator.conductor.ConductorState;
import io.github.qbconnector.simulator.conductor.Desktops;
import io.github.qbconnector.simulator.conductor.EndUsers;
import io.github.qbconnector.simulator.conductor.Generation;
import io.github.qbconnector.simulator.conductor.Projects;
import java.net.URI;
import java.util.Optional;

/** The simulator's Conductor: QuickBooks Desktop. */
public final class SimulatedConductor {

  private final ConductorState state;
  private final String baseUrl;

  SimulatedConductor(ConductorState state, String baseUrl) {
    this.state = state;
    this.baseUrl = baseUrl;
  }

  /** The URL below which Conductor's own paths start: the connector's {@code desktop.base-url}. */
  public URI url() {
    return URI.create(baseUrl + ConductorEndpoints.API);
  }

  /** The projects and their keys. */
  public Projects projects() {
    return state.projects();
  }

  /** The end-users. */
  public EndUsers endUsers() {
    return state.endUsers();
  }

  /** The auth sessions. */
  public AuthSessions sessions() {
    return state.sessions();
  }

  /** The users' machines. */
  public Desktops desktops() {
    return state.desktops();
  }

  /** Serves the paths of this generation only, or of both; any other gets a plain 404. */
  public void serve(Generation generation) {
    state.serve(generation);
  }

  /**
   * A person opens the hosted page and connects; answers where the browser is sent, if anywhere.
   */
  public Optional<URI> connect(URI authFlowUrl) {
    return ConnectWalk.choose(authFlowUrl, "connect");
  }

  /** A person opens the hosted page and denies access in QuickBooks. */
  public Optional<URI> deny(URI authFlowUrl) {
    return ConnectWalk.choose(authFlowUrl, "deny");
  }

  /** A person opens the hosted page and cancels; answers where the browser is sent, if anywhere. */
  public Optional<URI> cancel(URI authFlowUrl) {
    return ConnectWalk.choose(authFlowUrl, "cancel");
  }

  /** A person opens the hosted page and leaves it open. */
  public void open(URI authFlowUrl) {
    ConnectWalk.open(authFlowUrl);
  }
}
