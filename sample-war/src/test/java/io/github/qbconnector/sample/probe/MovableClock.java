package io.github.qbconnector.sample.probe;

import io.github.qbconnector.QuickBooks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The connector's clock in this deployment: real time plus what the tests ask for. */
@ApplicationScoped
@QuickBooks
public class MovableClock extends Clock {

  private volatile Duration offset = Duration.ZERO;

  void show(Duration realTimePlus) {
    offset = realTimePlus;
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
