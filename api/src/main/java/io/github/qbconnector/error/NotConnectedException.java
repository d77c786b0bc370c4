package io.github.qbconnector.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * There is no connection to work with: never connected, disconnected, switched off, or nobody is
 * logged in. The user connects.
 */
public final class NotConnectedException extends QuickBooksException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * For the connector.
   *
   * @param message what happened and what to do about it
   * @param details what else is known
   * @param cause the failure below, if there is one
   */
  public NotConnectedException(String message, ErrorDetails details, @Nullable Throwable cause) {
    super(message, details, cause);
  }
}
