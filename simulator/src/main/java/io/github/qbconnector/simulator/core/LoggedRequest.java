package io.github.qbconnector.simulator.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the request log; holds no secret, only {@link Fingerprint fingerprints}.
 *
 * @param sequence counts requests from 1
 * @param time the simulator's time
 * @param status the status that was sent, or would have been had the answer not been cut; 0 if the
 *     request was never handled
 * @param metered whether Intuit would charge it as a read of accounting data
 * @param tid the answer's {@code intuit_tid} or {@code Conductor-Request-Id}
 * @param presented fingerprint of the refresh token that came
 * @param issued fingerprint of the refresh token that went
 * @param rotated whether that is a new value
 * @param cut whether the connection was cut in place of the answer
 * @param fault the fault on command that struck
 * @param endUserId whom a request to Conductor concerns
 * @param errorCode the {@code code} in an error of Conductor's
 * @param timeout what {@code Conductor-Timeout-Seconds} asked for
 */
public record LoggedRequest(
    long sequence,
    Instant time,
    EndpointKind endpoint,
    String method,
    String path,
    Optional<String> grantType,
    Optional<String> realmId,
    int status,
    boolean metered,
    String tid,
    Optional<String> presented,
    Optional<String> issued,
    boolean rotated,
    boolean cut,
    Optional<FaultKind> fault,
    Optional<String> endUserId,
    Optional<String> errorCode,
    Optional<Duration> timeout) {

  LoggedRequest numbered(long number) {
    return new LoggedRequest(
        number, time, endpoint, method, path, grantType, realmId, status, metered, tid, presented,
        issued, rotated, cut, fault, endUserId, errorCode, timeout);
  }
}
