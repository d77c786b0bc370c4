package io.github.qbconnector.simulator.http;

/** What a skin hands its requests to. */
@FunctionalInterface
public interface RequestHandler {

  /** Answers a request; never throws for what a caller sent. */
  SimulatorResponse handle(SimulatorRequest request);
}
