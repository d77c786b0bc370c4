package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.Product;
import io.github.qbconnector.error.DesktopOfflineException;
import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.MisconfiguredException;
import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.error.ReconnectRequiredException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The exceptions that fit statuses which do not let a call through. */
public final class Refusals {
  private Refusals() {}

  /**
   * @param product {@code null} if the caller does not know it
   */
  public static QuickBooksException of(
      ConnectionStatus status, @Nullable Product product, Instant now) {
    ErrorDetails.Builder details = ErrorDetails.of(codeFor(status.state()), now);
    if (product != null) {
      details.product(product);
    }
    status.userMessage().ifPresent(details::userMessage);
    status.requestId().ifPresent(details::requestId);
    String what = "The QuickBooks connection is " + status.state() + " (" + status.reason() + ").";
    return switch (status.state()) {
      case NOT_CONNECTED, CONNECTING ->
          new NotConnectedException(
              what + " The user connects at the connect page.", details.build(), null);
      case RECONNECT_REQUIRED ->
          new ReconnectRequiredException(
              what + " The user connects again at the connect page.", details.build(), null);
      case MISCONFIGURED ->
          new MisconfiguredException(
              what + " Compare the configured keys and environment with those it was made with.",
              details.build(),
              null);
      case DESKTOP_OFFLINE ->
          new DesktopOfflineException(
              what + " The user looks at the machine that runs QuickBooks.", details.build(), null);
      default ->
          new ProviderUnavailableException(what + " Try later.", details.build(), null, null);
    };
  }

  private static String codeFor(ConnectionState state) {
    return switch (state) {
      case NOT_CONNECTED, CONNECTING -> "QBC0101";
      case RECONNECT_REQUIRED -> "QBC0102";
      case MISCONFIGURED -> "QBC0103";
      case DESKTOP_OFFLINE -> "QBC0107";
      default -> "QBC0104";
    };
  }
}
