package io.github.qbconnector.compatibility.app;

import io.github.qbconnector.QuickBooks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The connector's clock in a WAR: real time plus what the tests ask for. */
@ApplicationScoped
@QuickBooks
public class MovableClock extends Clock {
  private volatile Duration offset = Duration.ZERO;

  /** Shows another time from now on. */
  public void show(Duration realTimePlus) {
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
