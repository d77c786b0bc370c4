package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.StatusReason;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences users are told about a connection, from the resource bundle {@code status}. */
public final class UserMessages {
  private static final String BUNDLE = "io.github.qbconnector.impl.connection.status";

  private UserMessages() {}

  /** The status with its sentence in the server's default language, if users are told one. */
  static ConnectionStatus on(ConnectionStatus status) {
    if (status.userMessage().isPresent()) {
      return status;
    }
    String message = of(status.reason(), Locale.getDefault());
    return message.isEmpty() ? status : status.withUserMessage(message);
  }

  /** What a page says: a provider's own words about the user's machine, else our own sentence. */
  public static String shown(ConnectionStatus status, Locale locale) {
    return switch (status.reason()) {
      case NOT_SET_UP, ACCESS_DENIED, DESKTOP_NOT_ACTIVE, DESKTOP_NOT_READY, DESKTOP_TIMEOUT ->
          status.userMessage().orElseGet(() -> of(status.reason(), locale));
      default -> of(status.reason(), locale);
    };
  }

  /** The sentence for a reason; empty where a user is told nothing. */
  public static String of(StatusReason reason, Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, UserMessages.class.getClassLoader())
        .getString(reason.name());
  }
}
