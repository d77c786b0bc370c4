package io.github.qbconnector.simulator.conductor;

import java.time.Duration;

/**
 * How long answers take that reach, or fail to reach, a user's machine.
 *
 * @param refusal of an answer that Conductor gives without asking the machine
 * @param cold of the first request after five quiet minutes
 * @param warm of those that follow
 */
public record Latency(Duration refusal, Duration cold, Duration warm) {

  /** Answers come at once. */
  public static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /** About what was measured with the real service. */
  public static final Latency LIKE_LIFE =
      new Latency(Duration.ofMillis(150), Duration.ofSeconds(6), Duration.ofMillis(300));
}
