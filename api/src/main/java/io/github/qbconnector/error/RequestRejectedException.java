package io.github.qbconnector.error;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The provider understood the request and refuses it: the caller's data or statement is wrong.
 * Repeating the same request does not help.
 */
public class RequestRejectedException extends QuickBooksException {
  @Serial private static final long serialVersionUID = 1L;

  private final Fault[] faults;

  /**
   * For the connector.
   *
   * @param message what happened and what to do about it
   * @param details what else is known
   * @param faults what was wrong, at least one
   * @param cause the failure below, if there is one
   */
  public RequestRejectedException(
      String message, ErrorDetails details, List<Fault> faults, @Nullable Throwable cause) {
    super(message, details, cause);
    this.faults = faults.toArray(Fault[]::new);
  }

  /**
   * What was wrong, one entry a field where the provider says so.
   *
   * @return the faults, at least one
   */
  public final List<Fault> faults() {
    return List.of(faults);
  }
}
