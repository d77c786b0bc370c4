package io.github.qbconnector.error;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object of that name or number exists already (Intuit's codes 6140 and 6240): look it up. */
public final class DuplicateObjectException extends RequestRejectedException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * For the connector.
   *
   * @param message what happened and what to do about it
   * @param details what else is known
   * @param faults what was wrong, at least one
   * @param cause the failure below, if there is one
   */
  public DuplicateObjectException(
      String message, ErrorDetails details, List<Fault> faults, @Nullable Throwable cause) {
    super(message, details, faults, cause);
  }
}
