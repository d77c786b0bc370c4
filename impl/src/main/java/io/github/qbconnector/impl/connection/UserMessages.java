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

  /** The sentence for a reason; empty where a user is told nothing. */
  public static String of(StatusReason reason, Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, UserMessages.class.getClassLoader())
        .getString(reason.name());
  }
}
