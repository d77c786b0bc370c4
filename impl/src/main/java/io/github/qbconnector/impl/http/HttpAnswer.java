package io.github.qbconnector.impl.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider's answer, whole. Its body may hold secrets, so it does not show it.
 *
 * @param headers by lower-case name, first value
 * @param took from sending to the last byte
 */
public record HttpAnswer(int status, Map<String, String> headers, byte[] body, Duration took) {

  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The provider's clock, where it tells. */
  public Optional<Instant> date() {
    String date = header("date");
    if (date == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * {@code Retry-After} in either of its forms, between one second and one hour.
   *
   * @param now counts where the provider does not tell its own time
   */
  public Optional<Duration> retryAfter(Instant now) {
    String value = header("retry-after");
    if (value == null) {
      return Optional.empty();
    }
    try {
      long seconds =
          value.trim().matches("\\d{1,9}")
              ? Long.parseLong(value.trim())
              : Duration.between(
                      date().orElse(now),
                      Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.trim())))
                  .toSeconds();
      return Optional.of(Duration.ofSeconds(Math.max(1, Math.min(3_600, seconds))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "HTTP " + status + ", " + body.length + " bytes";
  }
}
