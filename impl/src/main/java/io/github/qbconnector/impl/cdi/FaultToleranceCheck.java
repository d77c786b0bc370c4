package io.github.qbconnector.impl.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.faulttolerance.Fallback;

/** Finds out whether Fault Tolerance is at work: where it is not, its annotations do nothing. */
@ApplicationScoped
public class FaultToleranceCheck {

  /** Fails, unless the fallback steps in. */
  @Fallback(fallbackMethod = "atWork")
  public boolean isAtWork() {
    throw new IllegalStateException("Fault Tolerance is not at work on this server.");
  }

  /** Public: a private fallback is refused by some servers. */
  public boolean atWork() {
    return true;
  }
}
