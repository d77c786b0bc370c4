package io.github.qbconnector.impl.cdi;

/**
 * How long and how often one exchange with a provider is tried, and when a provider that fails is
 * spared for a while; the same for both. Operators change it for either by the standard keys.
 */
final class ExchangeLimits {
  static final int RETRIES = 2;
  static final long RETRY_DELAY_MILLIS = 300;
  static final long RETRY_JITTER_MILLIS = 150;

  /** A call that took its whole time is not worth another one while a user waits. */
  static final long RETRYING_MILLIS = 60_000;

  static final long TIMEOUT_MILLIS = 140_000;
  static final int BREAKER_CALLS = 20;
  static final double BREAKER_FAILURES = 0.75;
  static final long BREAKER_DELAY_MILLIS = 10_000;
  static final int EXCHANGES_AT_ONCE = 100;

  private ExchangeLimits() {}
}
