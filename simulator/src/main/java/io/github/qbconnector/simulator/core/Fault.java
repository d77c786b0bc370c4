package io.github.qbconnector.simulator.core;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A fault on command: what goes wrong, for which requests and how often.
 *
 * @param target requests it is for
 * @param times how many requests it spoils; 0 means all until it is cleared
 * @param delay for {@link FaultKind#LATENCY}
 * @param status for {@link FaultKind#STATUS}
 * @param bytes for {@link FaultKind#HUGE}
 * @param retryAfter for {@link FaultKind#THROTTLE}
 * @param error for {@link FaultKind#ENVELOPE}
 */
public record Fault(
    FaultKind kind,
    FaultTarget target,
    int times,
    Duration delay,
    int status,
    int bytes,
    Optional<Duration> retryAfter,
    ErrorEnvelope error) {

  private static final int MAX_BYTES = 64 * 1024 * 1024;

  /** Checks the sizes. */
  public Fault {
    if (times < 0 || delay.isNegative() || status < 100 || status > 599) {
      throw new IllegalArgumentException("times, delay or status is out of range");
    }
    if (bytes < 0 || bytes > MAX_BYTES) {
      throw new IllegalArgumentException("bytes must be between 0 and " + MAX_BYTES);
    }
  }

  /** A fault of this kind for every request until it is cleared. */
  public static Fault of(FaultKind kind) {
    return new Fault(
        kind,
        FaultTarget.ALL,
        0,
        Duration.ZERO,
        503,
        10 * 1024 * 1024,
        Optional.empty(),
        ErrorEnvelope.of("INTERNAL_ERROR", "INTERNAL_SERVER_ERROR", 500));
  }

  /** Answers come late. */
  public static Fault latency(Duration delay) {
    Fault fault = of(FaultKind.LATENCY);
    return new Fault(
        fault.kind,
        fault.target,
        fault.times,
        delay,
        fault.status,
        fault.bytes,
        fault.retryAfter,
        fault.error);
  }

  /** An error page of a gateway. */
  public static Fault status(int status) {
    Fault fault = of(FaultKind.STATUS);
    return new Fault(
        fault.kind,
        fault.target,
        fault.times,
        fault.delay,
        status,
        fault.bytes,
        fault.retryAfter,
        fault.error);
  }

  /** Status 429 without {@code Retry-After}, as Intuit sends it. */
  public static Fault throttle() {
    return of(FaultKind.THROTTLE);
  }

  /** Status 429 with {@code Retry-After}. */
  public static Fault throttle(Duration retryAfter) {
    Fault fault = of(FaultKind.THROTTLE);
    return new Fault(
        fault.kind,
        fault.target,
        fault.times,
        fault.delay,
        fault.status,
        fault.bytes,
        Optional.of(retryAfter),
        fault.error);
  }

  /** A body of this many bytes, at most 64 MB. */
  public static Fault huge(int bytes) {
    Fault fault = of(FaultKind.HUGE);
    return new Fault(
        fault.kind,
        fault.target,
        fault.times,
        fault.delay,
        fault.status,
        bytes,
        fault.retryAfter,
        fault.error);
  }

  /** An error of Conductor; words and QuickBooks' code can be given as well. */
  public static Fault envelope(String type, String code, int status) {
    return of(FaultKind.ENVELOPE).saying(old -> ErrorEnvelope.of(type, code, status));
  }

  /** The same error with QuickBooks' own code. */
  public Fault integrationCode(String code) {
    return saying(old -> old.withIntegrationCode(code));
  }

  /** The same error with these words for developers. */
  public Fault message(String words) {
    return saying(old -> old.withMessage(words));
  }

  /** The same error with these words for users. */
  public Fault userFacingMessage(String words) {
    return saying(old -> old.withUserFacingMessage(words));
  }

  private Fault saying(UnaryOperator<ErrorEnvelope> change) {
    return new Fault(kind, target, times, delay, status, bytes, retryAfter, change.apply(error));
  }

  /** The same fault, only for one kind of endpoint. */
  public Fault on(EndpointKind kindOfEndpoint) {
    return aimed(
        new FaultTarget(kindOfEndpoint, target.grantType(), target.realmId(), target.endUserId()));
  }

  /** The same fault, only for token requests of one grant type. */
  public Fault forGrantType(String type) {
    return aimed(
        new FaultTarget(
            target.endpoint(), Optional.of(type), target.realmId(), target.endUserId()));
  }

  /** The same fault, only for one company of QuickBooks Online. */
  public Fault forRealm(String realm) {
    return aimed(
        new FaultTarget(
            target.endpoint(), target.grantType(), Optional.of(realm), target.endUserId()));
  }

  /** The same fault, only for one end-user of Conductor. */
  public Fault forEndUser(String endUserId) {
    return aimed(
        new FaultTarget(
            target.endpoint(), target.grantType(), target.realmId(), Optional.of(endUserId)));
  }

  private Fault aimed(FaultTarget at) {
    return new Fault(kind, at, times, delay, status, bytes, retryAfter, error);
  }

  /** The same fault for so many requests only. */
  public Fault times(int requests) {
    return new Fault(kind, target, requests, delay, status, bytes, retryAfter, error);
  }

  /** The same fault for the next matching request only. */
  public Fault once() {
    return times(1);
  }

  boolean matches(FaultTarget request) {
    return kind.strikes(request.endpoint()) && target.covers(request);
  }
}
