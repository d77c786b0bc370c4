package io.github.qbconnector.simulator;

import io.github.qbconnector.simulator.conductor.ConductorEndpoints;
import io.github.qbconnector.simulator.conductor.ConductorState;
import io.github.qbconnector.simulator.control.ControlApi;
import io.github.qbconnector.simulator.control.ControlPage;
import io.github.qbconnector.simulator.core.Instruments;
import io.github.qbconnector.simulator.http.RequestHandler;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import io.github.qbconnector.simulator.intuit.IntuitEndpoints;
import io.github.qbconnector.simulator.intuit.IntuitState;

/** The simulator without any server: state, and the paths that lead to it. */
public final class Simulation implements RequestHandler {

  private final Instruments instruments = new Instruments();
  private final IntuitState intuit = new IntuitState(instruments.clock());
  private final ConductorState conductor = new ConductorState(instruments.clock());
  private final RequestHandler intuitEndpoints = new IntuitEndpoints(intuit, instruments);
  private final RequestHandler conductorEndpoints = new ConductorEndpoints(conductor, instruments);
  private final RequestHandler controlApi = new ControlApi(instruments, intuit, conductor);
  private final RequestHandler controlPage = new ControlPage(instruments, intuit, conductor);

  /** Creates a simulator with seeded companies and no connections. */
  public Simulation() {}

  @Override
  public SimulatorResponse handle(SimulatorRequest request) {
    String path = request.path();
    if (path.isEmpty()) {
      return SimulatorResponse.seeOther(request.baseUrl() + "/");
    }
    if (below(path, IntuitEndpoints.ROOT)) {
      return intuitEndpoints.handle(request);
    }
    if (below(path, ConductorEndpoints.ROOT)) {
      return conductorEndpoints.handle(request);
    }
    if (below(path, ControlApi.ROOT)) {
      return controlApi.handle(request);
    }
    return path.equals("/") ? controlPage.handle(request) : SimulatorResponse.empty(404);
  }

  private static boolean below(String path, String root) {
    return path.equals(root) || path.startsWith(root + "/");
  }

  /** What both providers share. */
  public Instruments instruments() {
    return instruments;
  }

  /** What the simulated Intuit remembers. */
  public IntuitState intuit() {
    return intuit;
  }

  /** What the simulated Conductor remembers. */
  public ConductorState conductor() {
    return conductor;
  }

  /** Restores everything as it was at the start. */
  public void reset() {
    instruments.reset();
    intuit.reset();
    conductor.reset();
  }
}
