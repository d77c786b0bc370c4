package io.github.qbconnector.chaos.app;

import io.github.qbconnector.spi.ConnectionStore;
import java.time.Duration;

/** The product without its lease: whoever asks for one gets it. */
final class GenerousStore extends ForwardingStore {
  GenerousStore(ConnectionStore store) {
    super(store);
  }

  @Override
  public boolean lease(String name, String holder, Duration length) {
    return true;
  }

  @Override
  public void release(String name, String holder) {
    // Nobody holds anything.
  }
}
