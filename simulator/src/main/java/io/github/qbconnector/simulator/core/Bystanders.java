package io.github.qbconnector.simulator.core;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All who look on. */
public final class Bystanders implements Bystander {

  private final List<Bystander> all = new CopyOnWriteArrayList<>();

  /** Lets somebody look on from now on. */
  public void add(Bystander bystander) {
    all.add(bystander);
  }

  /** Sends everybody away. */
  public void clear() {
    all.clear();
  }

  @Override
  public void arrived(FaultTarget request) {
    all.forEach(bystander -> bystander.arrived(request));
  }

  @Override
  public void handled(LoggedRequest request) {
    all.forEach(bystander -> bystander.handled(request));
  }
}
