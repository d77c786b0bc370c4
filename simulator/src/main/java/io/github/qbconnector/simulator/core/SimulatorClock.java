package io.github.qbconnector.simulator.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The simulator's only clock: real time plus an offset that tests and people move. */
public final class SimulatorClock extends Clock {

  private final Clock real;
  private Duration offset = Duration.ZERO;

  /** Creates a clock that shows real time until it is moved. */
  public SimulatorClock() {
    this(Clock.systemUTC());
  }

  private SimulatorClock(Clock real) {
    this.real = real;
  }

  /** Moves the clock; a negative duration moves it back. */
  public synchronized void advance(Duration by) {
    offset = offset.plus(by);
  }

  /** Shows real time again. */
  public synchronized void reset() {
    offset = Duration.ZERO;
  }

  /** How far the clock has been moved. */
  public synchronized Duration offset() {
    return offset;
  }

  @Override
  public Instant instant() {
    return real.instant().plus(offset());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** Always this clock: the simulator knows only UTC. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
