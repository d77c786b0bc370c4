package io.github.qbconnector.impl.web;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.Product;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.DesktopOfflineException;
import io.github.qbconnector.error.MisconfiguredException;
import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.error.ReconnectRequiredException;
import io.github.qbconnector.impl.http.AnswerTooLargeException;
import io.github.qbconnector.impl.http.TransportException;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * What a failure that somebody has thrown says about the connection, so that a page can tell it.
 */
final class FailureStatus {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int DEEPEST = 10;

  private FailureStatus() {}

  /** The state; {@code null} if the failure says nothing about the connection. */
  static @Nullable ConnectionState stateOf(QuickBooksException failure) {
    if (failure instanceof NotConnectedException) {
      return ConnectionState.NOT_CONNECTED;
    }
    if (failure instanceof ReconnectRequiredException) {
      return ConnectionState.RECONNECT_REQUIRED;
    }
    if (failure instanceof MisconfiguredException) {
      return ConnectionState.MISCONFIGURED;
    }
    if (failure instanceof DesktopOfflineException) {
      return ConnectionState.DESKTOP_OFFLINE;
    }
    if (failure instanceof ProviderUnavailableException) {
      return isStores(failure) ? ConnectionState.CHECKING : ConnectionState.PROVIDER_DOWN;
    }
    return null;
  }

  static ConnectionStatus of(QuickBooksException failure) {
    ConnectionState state = stateOf(failure);
    ConnectionState shown = state == null ? ConnectionState.PROVIDER_DOWN : state;
    StatusReason reason =
        switch (shown) {
          case NOT_CONNECTED -> StatusReason.NEVER_CONNECTED;
          case RECONNECT_REQUIRED -> whyReconnect(failure);
          case DESKTOP_OFFLINE -> StatusReason.DESKTOP_NOT_READY;
          case MISCONFIGURED -> StatusReason.CLIENT_REFUSED;
          default -> whyUnavailable(failure);
        };
    ConnectionStatus status = ConnectionStatus.of(shown, reason, failure.occurredAt());
    return failure.userMessage().map(status::withUserMessage).orElse(status);
  }

  private static StatusReason whyReconnect(QuickBooksException failure) {
    if (failure.product().orElse(Product.ONLINE) == Product.ONLINE) {
      return StatusReason.GRANT_REVOKED;
    }
    return failure.integrationCode().isPresent()
        ? StatusReason.ACCESS_DENIED
        : StatusReason.NOT_SET_UP;
  }

  private static StatusReason whyUnavailable(QuickBooksException failure) {
    if (isStores(failure)) {
      return StatusReason.STORE_UNAVAILABLE;
    }
    if (failure.httpStatus().orElse(0) == TOO_MANY_REQUESTS) {
      return StatusReason.THROTTLED;
    }
    boolean isUnreached =
        isFrom(failure, TransportException.class)
            && !isFrom(failure, AnswerTooLargeException.class);
    return isUnreached ? StatusReason.PROVIDER_UNREACHABLE : StatusReason.PROVIDER_ERROR;
  }

  /** Whether it was not the provider that failed but our own store. */
  private static boolean isStores(QuickBooksException failure) {
    return isFrom(failure, VaultUnavailableException.class);
  }

  private static boolean isFrom(Throwable failure, Class<? extends Throwable> type) {
    Throwable cause = failure.getCause();
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (type.isInstance(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
