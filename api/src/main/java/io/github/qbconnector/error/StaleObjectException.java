package io.github.qbconnector.error;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody changed the object meanwhile (Intuit's code 5010): read it again and apply the change to
 * what was read.
 */
public final class StaleObjectException extends RequestRejectedException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * For the connector.
   *
   * @param message what happened and what to do about it
   * @param details what else is known
   * @param faults what was wrong, at least one
   * @param cause the failure below, if there is one
   */
  public StaleObjectException(
      String message, ErrorDetails details, List<Fault> faults, @Nullable Throwable cause) {
    super(message, details, faults, cause);
  }
}
