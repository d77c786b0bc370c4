package io.github.qbconnector.simulator.intuit.accounting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Intuit's limits of requests per company; off until switched on. */
public final class RateLimits {

  /** Intuit's limit of requests per minute and company. */
  public static final int PER_MINUTE = 500;

  /** Intuit's limit of requests per second and company. */
  public static final int PER_SECOND = 10;

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Clock clock;
  private final Map<String, Deque<Instant>> passedByRealm = new HashMap<>();
  private boolean enabled;
  private int perMinute = PER_MINUTE;
  private int perSecond = PER_SECOND;

  /** Creates limits that are off. */
  public RateLimits(Clock clock) {
    this.clock = clock;
  }

  /** Switches Intuit's own limits on. */
  public void enable() {
    enable(PER_MINUTE, PER_SECOND);
  }

  /** Switches limits of one's own on. */
  public synchronized void enable(int requestsPerMinute, int requestsPerSecond) {
    if (requestsPerMinute < 1 || requestsPerSecond < 1) {
      throw new IllegalArgumentException("A limit must be at least 1");
    }
    perMinute = requestsPerMinute;
    perSecond = requestsPerSecond;
    enabled = true;
    passedByRealm.clear();
  }

  /** Switches the limits off. */
  public synchronized void disable() {
    enabled = false;
    perMinute = PER_MINUTE;
    perSecond = PER_SECOND;
    passedByRealm.clear();
  }

  /** Whether the limits are on. */
  public synchronized boolean enabled() {
    return enabled;
  }

  /** Requests per minute and company. */
  public synchronized int perMinute() {
    return perMinute;
  }

  /** Requests per second and company. */
  public synchronized int perSecond() {
    return perSecond;
  }

  synchronized boolean exceededBy(String realmId) {
    if (!enabled) {
      return false;
    }
    Instant now = clock.instant();
    Deque<Instant> passed = passedByRealm.computeIfAbsent(realmId, realm -> new ArrayDeque<>());
    Instant minuteAgo = now.minus(MINUTE);
    while (!passed.isEmpty() && !passed.getFirst().isAfter(minuteAgo)) {
      passed.removeFirst();
    }
    Instant secondAgo = now.minus(SECOND);
    long inLastSecond = passed.stream().filter(time -> time.isAfter(secondAgo)).count();
    if (passed.size() >= perMinute || inLastSecond >= perSecond) {
      return true;
    }
    passed.addLast(now);
    return false;
  }
}
