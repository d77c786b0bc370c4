package io.github.qbconnector.error;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** There is no such object, or it is inactive (Intuit's code 610). */
public final class ObjectNotFoundException extends RequestRejectedException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * For the connector.
   *
   * @param message what happened and what to do about it
   * @param details what else is known
   * @param faults what was wrong, at least one
   * @param cause the failure below, if there is one
   */
  public ObjectNotFoundException(
      String message, ErrorDetails details, List<Fault> faults, @Nullable Throwable cause) {
    super(message, details, faults, cause);
  }
}
