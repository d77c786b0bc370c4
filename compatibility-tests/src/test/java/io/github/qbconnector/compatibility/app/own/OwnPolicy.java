package io.github.qbconnector.compatibility.app.own;

import io.github.qbconnector.spi.ConnectPolicy;
import jakarta.enterprise.context.ApplicationScoped;

/** Everybody may connect but for one tenant; nobody may disconnect. */
@ApplicationScoped
public class OwnPolicy implements ConnectPolicy {

  @Override
  public boolean allows(Action action, String connector, String owner) {
    return action == Action.CONNECT && !owner.equals("tenant-of-eve");
  }
}
