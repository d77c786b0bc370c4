package io.github.qbconnector.simulator;

import io.github.qbconnector.simulator.core.Bystanders;
import io.github.qbconnector.simulator.core.Faults;
import io.github.qbconnector.simulator.core.RequestLog;
import io.github.qbconnector.simulator.core.SimulatorClock;
import io.github.qbconnector.simulator.jdk.JdkServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** Intuit and Conductor inside the current JVM, for tests: a real HTTP server on its own port. */
public final class QuickBooksSimulator implements AutoCloseable {

  /** Where the simulator lives on its server. */
  public static final String CONTEXT_PATH = "/simulator";

  private final Simulation simulation;
  private final JdkServer server;
  private final SimulatedIntuit intuit;
  private final SimulatedConductor conductor;

  private QuickBooksSimulator(Simulation simulation, JdkServer server) {
    this.simulation = simulation;
    this.server = server;
    this.intuit = new SimulatedIntuit(simulation.intuit(), server.baseUrl());
    this.conductor = new SimulatedConductor(simulation.conductor(), server.baseUrl());
  }

  /** Starts a simulator on a free port of the loopback address. */
  public static QuickBooksSimulator start() {
    return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /** Starts a simulator on the given address. */
  public static QuickBooksSimulator start(InetSocketAddress address) {
    Simulation simulation = new Simulation();
    return new QuickBooksSimulator(simulation, JdkServer.start(address, CONTEXT_PATH, simulation));
  }

  /** The URL of the simulator, {@code http://127.0.0.1:<port>/simulator}. */
  public URI baseUrl() {
    return URI.create(server.baseUrl());
  }

  /** QuickBooks Online. */
  public SimulatedIntuit intuit() {
    return intuit;
  }

  /** QuickBooks Desktop. */
  public SimulatedConductor conductor() {
    return conductor;
  }

  /** The simulator's time. */
  public SimulatorClock clock() {
    return simulation.instruments().clock();
  }

  /** Faults on command. */
  public Faults faults() {
    return simulation.instruments().faults();
  }

  /** What reached the providers. */
  public RequestLog requests() {
    return simulation.instruments().requests();
  }

  /** Who sees each request to Intuit at the moment it arrives and the moment it is handled. */
  public Bystanders bystanders() {
    return simulation.instruments().bystanders();
  }

  /** Restores everything as it was at the start; the server keeps its port. */
  public void reset() {
    simulation.reset();
  }

  @Override
  public void close() {
    faults().clear();
    server.close();
  }
}
