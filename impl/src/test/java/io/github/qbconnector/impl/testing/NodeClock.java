package io.github.qbconnector.impl.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of one node, which goes as everybody's does but may be off, and may jump. */
public final class NodeClock extends Clock {
  private final Clock right;
  private volatile Duration off = Duration.ZERO;

  public NodeClock(Clock right) {
    this.right = right;
  }

  /** How far ahead it is from now on; behind if negative. */
  public void off(Duration by) {
    off = by;
  }

  @Override
  public Instant instant() {
    return right.instant().plus(off);
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
