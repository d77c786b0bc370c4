package io.github.qbconnector.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A request was sent and its answer was lost: it may or may not have taken effect. Find out before
 * repeating it. The token endpoint's lost answers do not end here: the old token is kept and tried
 * again.
 */
public final class OutcomeUnknownException extends QuickBooksException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * For the connector.
   *
   * @param message what happened and how to find out what became of it
   * @param details what else is known
   * @param cause the failure below, if there is one
   */
  public OutcomeUnknownException(String message, ErrorDetails details, @Nullable Throwable cause) {
    super(message, details, cause);
  }
}
