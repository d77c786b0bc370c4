package io.github.qbconnector.simulator.conductor;

import io.github.qbconnector.simulator.conductor.quickbooks.CompanyFile;
import io.github.qbconnector.simulator.conductor.quickbooks.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A user's machine: its QuickBooks with one company file, and Conductor's connection to it. */
final class Desktop {

  private static final Duration GROWS_COLD_AFTER = Duration.ofMinutes(5);

  private final Clock clock;
  private final String connectionId;
  private final String companyName;

  /** QuickBooks handles one request at a time; others wait in the order they came. */
  private final ReentrantLock queue = new ReentrantLock(true);

  private DesktopState state = DesktopState.NONE;
  private String integrationCode = "";
  private boolean timeoutAppliesWrites;
  private @Nullable CompanyFile file;
  private @Nullable Refusal nextRefusal;
  private @Nullable Instant connectionSince;
  private @Nullable Instant lastRequestAt;
  private @Nullable Instant lastSuccessfulRequestAt;

  Desktop(Clock clock, ConductorIds ids, String companyName) {
    this.clock = clock;
    this.connectionId = ids.next("int_conn_");
    this.companyName = companyName;
  }

  ReentrantLock queue() {
    return queue;
  }

  /** Its books; most end-users of most tests never need them. */
  synchronized CompanyFile file() {
    if (file == null) {
      file = new CompanyFile(clock, companyName);
    }
    return file;
  }

  synchronized DesktopState state() {
    return state;
  }

  synchronized String integrationCode() {
    return integrationCode;
  }

  /**
   * Whatever is ordered from outside; a state that only a used connection can be in makes it so.
   */
  synchronized void set(DesktopState newState, String newIntegrationCode) {
    switch (newState) {
      case NONE -> forgetConnection();
      case STARTED -> {
        forgetConnection();
        connect();
      }
      default -> {
        connect();
        if (lastSuccessfulRequestAt == null) {
          lastSuccessfulRequestAt = clock.instant();
          lastRequestAt = lastSuccessfulRequestAt;
        }
      }
    }
    state = newState;
    integrationCode = newIntegrationCode;
  }

  private void forgetConnection() {
    connectionSince = null;
    lastRequestAt = null;
    lastSuccessfulRequestAt = null;
  }

  private void connect() {
    if (connectionSince == null) {
      connectionSince = clock.instant();
    }
  }

  /** Somebody has opened the hosted page; a connection that exists is left as it is. */
  synchronized void linkOpened() {
    if (state == DesktopState.NONE) {
      connect();
      state = DesktopState.STARTED;
    }
  }

  /** Somebody has finished the hosted page, and Conductor has tested the connection. */
  synchronized void linked() {
    connect();
    state = DesktopState.ACTIVE;
    integrationCode = "";
    lastRequestAt = clock.instant();
    lastSuccessfulRequestAt = lastRequestAt;
  }

  /** Somebody has denied access in QuickBooks; a connection may never have worked then. */
  synchronized void denied() {
    connect();
    state = DesktopState.DENIED;
    integrationCode = DesktopState.DENIED.integrationCode();
    lastRequestAt = clock.instant();
  }

  /**
   * Notes that a request is on its way.
   *
   * @return whether it is the first one after a quiet time
   */
  synchronized boolean requested() {
    boolean cold =
        lastRequestAt == null || lastRequestAt.plus(GROWS_COLD_AFTER).isBefore(clock.instant());
    if (state.hasConnection()) {
      lastRequestAt = clock.instant();
    }
    return cold;
  }

  synchronized void succeeded() {
    lastSuccessfulRequestAt = clock.instant();
  }

  synchronized void lastSuccessfulRequestAt(@Nullable Instant instant) {
    lastSuccessfulRequestAt = instant;
  }

  synchronized void timeoutAppliesWrites(boolean applies) {
    timeoutAppliesWrites = applies;
  }

  synchronized boolean timeoutAppliesWrites() {
    return timeoutAppliesWrites;
  }

  synchronized void refuseNext(Refusal refusal) {
    nextRefusal = refusal;
  }

  /** The refusal that was ordered, once. */
  synchronized Optional<Refusal> takeRefusal() {
    Optional<Refusal> refusal = Optional.ofNullable(nextRefusal);
    nextRefusal = null;
    return refusal;
  }

  String connectionId() {
    return connectionId;
  }

  synchronized Optional<Instant> connectionSince() {
    return Optional.ofNullable(connectionSince);
  }

  synchronized Optional<Instant> lastRequestAt() {
    return Optional.ofNullable(lastRequestAt);
  }

  synchronized Optional<Instant> lastSuccessfulRequestAt() {
    return Optional.ofNullable(lastSuccessfulRequestAt);
  }
}
