package io.github.qbconnector.impl.desktop;

import io.github.qbconnector.impl.http.HttpAnswer;
import io.github.qbconnector.impl.http.Redaction;
import io.github.qbconnector.impl.json.Json;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Conductor's envelope of an error (schema {@code ErrorResponse}).
 *
 * @param message for developers and operations
 * @param userFacingMessage for users; {@code null} where users can do nothing
 * @param integrationCode QuickBooks' own code, where there is one
 */
record ConductorError(
    String type,
    String code,
    String message,
    @Nullable String userFacingMessage,
    @Nullable String integrationCode,
    @Nullable String requestId) {
  private static final int LONGEST = 1_000;

  /** What Conductor tells users about faults that are none of theirs. */
  private static final String MASK = "An internal server error occurred";

  /** The envelope of an answer; {@code null} if it has none. */
  static @Nullable ConductorError of(HttpAnswer answer) {
    JsonObject document = Json.object(answer.text()).orElse(null);
    if (document == null || !(document.get("error") instanceof JsonObject error)) {
      return null;
    }
    String type = Json.text(error, "type");
    String code = Json.text(error, "code");
    if (type == null && code == null) {
      return null;
    }
    return new ConductorError(
        orUnknown(type),
        orUnknown(code),
        cut(Json.text(error, "message")),
        forUsers(type, Json.text(error, "userFacingMessage")),
        Json.text(error, "integrationCode"),
        Json.text(error, "requestId"));
  }

  private static String orUnknown(@Nullable String text) {
    return text == null ? "UNKNOWN" : cut(text);
  }

  /** Only what happened at the user's own QuickBooks is told to users. */
  private static @Nullable String forUsers(@Nullable String type, @Nullable String text) {
    boolean isTheirs =
        "INTEGRATION_CONNECTION_ERROR".equals(type) || "INTEGRATION_ERROR".equals(type);
    return !isTheirs || text == null || text.isBlank() || text.startsWith(MASK) ? null : cut(text);
  }

  private static String cut(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
  }

  /** Conductor's words for developers, without secrets, as a sentence. */
  String said() {
    String words = Redaction.of(message);
    return words.isEmpty() || words.matches("(?s).*[.!?]") ? words : words + ".";
  }

  static @Nullable String requestId(HttpAnswer answer, @Nullable ConductorError error) {
    String header = answer.header("conductor-request-id");
    if (header == null) {
      header = answer.header("request-id");
    }
    String id = header == null && error != null ? error.requestId() : header;
    return id != null && id.matches("[A-Za-z0-9_-]{1,80}") ? id : null;
  }
}
