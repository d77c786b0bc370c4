package io.github.qbconnector.simulator.core;

import java.time.Duration;
import java.util.Optional;

/**
 * A fault on command: what goes wrong, for which requests and how often.
 *
 * @param endpoint requests it is for
 * @param grantType only token requests of this grant type, if present
 * @param realmId only requests that concern this company, if present
 * @param times how many requests it spoils; 0 means all until it is cleared
 * @param delay for {@link FaultKind#LATENCY}
 * @param status for {@link FaultKind#STATUS}
 * @param bytes for {@link FaultKind#HUGE}
 * @param retryAfter for {@link FaultKind#THROTTLE}
 */
public record Fault(
    FaultKind kind,
    EndpointKind endpoint,
    Optional<String> grantType,
    Optional<String> realmId,
    int times,
    Duration delay,
    int status,
    int bytes,
    Optional<Duration> retryAfter) {

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
        EndpointKind.ANY,
        Optional.empty(),
        Optional.empty(),
        0,
        Duration.ZERO,
        503,
        10 * 1024 * 1024,
        Optional.empty());
  }

  /** Answers come late. */
  public static Fault latency(Duration delay) {
    Fault fault = of(FaultKind.LATENCY);
    return new Fault(
        fault.kind,
        fault.endpoint,
        fault.grantType,
        fault.realmId,
        fault.times,
        delay,
        fault.status,
        fault.bytes,
        fault.retryAfter);
  }

  /** An error page of a gateway. */
  public static Fault status(int status) {
    Fault fault = of(FaultKind.STATUS);
    return new Fault(
        fault.kind,
        fault.endpoint,
        fault.grantType,
        fault.realmId,
        fault.times,
        fault.delay,
        status,
        fault.bytes,
        fault.retryAfter);
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
        fault.endpoint,
        fault.grantType,
        fault.realmId,
        fault.times,
        fault.delay,
        fault.status,
        fault.bytes,
        Optional.of(retryAfter));
  }

  /** A body of this many bytes, at most 64 MB. */
  public static Fault huge(int bytes) {
    Fault fault = of(FaultKind.HUGE);
    return new Fault(
        fault.kind,
        fault.endpoint,
        fault.grantType,
        fault.realmId,
        fault.times,
        fault.delay,
        fault.status,
        bytes,
        fault.retryAfter);
  }

  /** The same fault, only for one kind of endpoint. */
  public Fault on(EndpointKind kindOfEndpoint) {
    return new Fault(
        kind, kindOfEndpoint, grantType, realmId, times, delay, status, bytes, retryAfter);
  }

  /** The same fault, only for token requests of one grant type. */
  public Fault forGrantType(String type) {
    return new Fault(
        kind, endpoint, Optional.of(type), realmId, times, delay, status, bytes, retryAfter);
  }

  /** The same fault, only for one company. */
  public Fault forRealm(String realm) {
    return new Fault(
        kind, endpoint, grantType, Optional.of(realm), times, delay, status, bytes, retryAfter);
  }

  /** The same fault for so many requests only. */
  public Fault times(int requests) {
    return new Fault(
        kind, endpoint, grantType, realmId, requests, delay, status, bytes, retryAfter);
  }

  /** The same fault for the next matching request only. */
  public Fault once() {
    return times(1);
  }

  boolean matches(EndpointKind askedFor, Optional<String> type, Optional<String> realm) {
    return (endpoint == EndpointKind.ANY || endpoint == askedFor)
        && (grantType.isEmpty() || grantType.equals(type))
        && (realmId.isEmpty() || realmId.equals(realm));
  }
}
