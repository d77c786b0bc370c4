package io.github.qbconnector.simulator.conductor;

import io.github.qbconnector.simulator.conductor.quickbooks.RefusedException;
import io.github.qbconnector.simulator.core.Faults;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A request's way from Conductor to a user's QuickBooks and back. */
final class RoundTrip {

  /** What a request is for. */
  enum Purpose {
    /** To see whether QuickBooks answers. */
    PROBE,
    /** To read. */
    READ,
    /** To change the books. */
    WRITE
  }

  private final Desktops settings;
  private final Faults faults;

  RoundTrip(Desktops settings, Faults faults) {
    this.settings = settings;
    this.faults = faults;
  }

  <T> T make(Desktop desktop, Purpose purpose, Duration timeout, Supplier<T> work) {
    boolean cold = desktop.requested();
    refuseAtTheEdge(desktop);
    enter(desktop, timeout);
    try {
      Latency latency = settings.latency();
      faults.hold(cold ? latency.cold() : latency.warm());
      refuseAtTheEdge(desktop);
      return ask(desktop, purpose, timeout, work);
    } catch (RefusedException e) {
      throw ConductorError.refused(e.refusal());
    } finally {
      desktop.queue().unlock();
    }
  }

  /** What Conductor knows without asking the machine. */
  private void refuseAtTheEdge(Desktop desktop) {
    switch (desktop.state()) {
      case NONE, STARTED -> {
        faults.hold(settings.latency().refusal());
        throw Obstacles.notSetUp();
      }
      case OFFLINE -> {
        faults.hold(settings.latency().refusal());
        throw Obstacles.notActive(settings.notActiveStatus(), desktop.lastSuccessfulRequestAt());
      }
      default -> {}
    }
  }

  private static void enter(Desktop desktop, Duration timeout) {
    try {
      if (!desktop.queue().tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
        throw ConductorError.timeout(timeout);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ConductorError.timeout(timeout);
    }
  }

  private <T> T ask(Desktop desktop, Purpose purpose, Duration timeout, Supplier<T> work) {
    DesktopState state = desktop.state();
    if (state == DesktopState.TIMEOUT
        || (state == DesktopState.SLOW && settings.slowness().compareTo(timeout) > 0)) {
      throw timedOut(desktop, purpose, timeout, work);
    }
    if (state == DesktopState.SLOW) {
      faults.hold(settings.slowness());
    } else if (!desktop.integrationCode().isEmpty()) {
      throw Obstacles.processorFails(state, desktop.integrationCode());
    }
    if (purpose != Purpose.PROBE) {
      desktop
          .takeRefusal()
          .ifPresent(
              refusal -> {
                throw new RefusedException(refusal);
              });
    }
    T answer = work.get();
    desktop.succeeded();
    return answer;
  }

  private <T> ConductorError timedOut(
      Desktop desktop, Purpose purpose, Duration timeout, Supplier<T> work) {
    if (purpose == Purpose.WRITE && desktop.timeoutAppliesWrites()) {
      applyUnseen(work);
    }
    Duration cap = settings.longestTimeout();
    faults.hold(timeout.compareTo(cap) < 0 ? timeout : cap);
    return ConductorError.timeout(timeout);
  }

  /** Nobody learns whether QuickBooks took it. */
  private static <T> void applyUnseen(Supplier<T> work) {
    try {
      Object unused = work.get();
    } catch (RefusedException e) {
      // The caller hears of the time-out only.
    }
  }
}
