package io.github.qbconnector.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The user's machine, Web Connector or QuickBooks Desktop does not answer. The user acts there; try
 * later.
 */
public final class DesktopOfflineException extends QuickBooksException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * For the connector.
   *
   * @param message what happened and what to do about it
   * @param details what else is known
   * @param cause the failure below, if there is one
   */
  public DesktopOfflineException(String message, ErrorDetails details, @Nullable Throwable cause) {
    super(message, details, cause);
  }
}
