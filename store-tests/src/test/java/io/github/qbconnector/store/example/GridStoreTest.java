package io.github.qbconnector.store.example;

import io.github.qbconnector.spi.ConnectionStore;
import io.github.qbconnector.store.contract.ConnectionStoreContract;
import java.time.Duration;

class GridStoreTest extends ConnectionStoreContract {
  private final MovableClock clock = new MovableClock();
  private final Grid grid = Grid.empty(clock);

  @Override
  protected ConnectionStore openEmpty() {
    return new GridStore(grid);
  }

  @Override
  protected ConnectionStore openAnotherNode() {
    return new GridStore(grid);
  }

  @Override
  protected void letPass(Duration time) {
    clock.advance(time);
  }
}
