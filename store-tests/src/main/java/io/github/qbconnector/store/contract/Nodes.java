package io.github.qbconnector.store.contract;

import io.github.qbconnector.spi.ConnectionStore;
import java.time.Clock;
import java.time.Duration;

/** The nodes of one test. Two are open from the beginning. */
public final class Nodes {
  private final ConnectionStoreContract contract;
  private final ConnectionStore first;
  private final ConnectionStore second;

  Nodes(ConnectionStoreContract contract, ConnectionStore first, ConnectionStore second) {
    this.contract = contract;
    this.first = first;
    this.second = second;
  }

  ConnectionStore first() {
    return first;
  }

  ConnectionStore second() {
    return second;
  }

  /** One of the two, so that many runners spread over both. */
  ConnectionStore of(int runner) {
    return runner % 2 == 0 ? first : second;
  }

  ConnectionStore withClockOff(Duration error) throws Exception {
    return contract.openNodeWithClock(Clock.offset(Clock.systemUTC(), error));
  }

  void letPass(Duration time) throws InterruptedException {
    contract.letPass(time);
  }
}
