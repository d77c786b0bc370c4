package io.github.qbconnector.impl.desktop;

import io.github.qbconnector.Secret;
import io.github.qbconnector.desktop.AuthSession;
import io.github.qbconnector.desktop.EndUser;
import io.github.qbconnector.desktop.EndUser.IntegrationConnection;
import io.github.qbconnector.impl.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads Conductor's records; empty where something that must be there is not. */
final class ConductorRecords {
  private ConductorRecords() {}

  static Optional<EndUser> endUser(JsonObject json) {
    String id = Json.text(json, "id");
    if (id == null) {
      return Optional.empty();
    }
    List<IntegrationConnection> links = new ArrayList<>();
    if (json.get("integrationConnections") instanceof JsonArray all) {
      for (JsonValue one : all) {
        if (one instanceof JsonObject link) {
          links.add(connection(link));
        }
      }
    }
    return Optional.of(
        new EndUser(
            id,
            orEmpty(Json.text(json, "sourceId")),
            orEmpty(Json.text(json, "companyName")),
            orEmpty(Json.text(json, "email")),
            instant(Json.text(json, "createdAt")).orElse(Instant.EPOCH),
            links));
  }

  private static IntegrationConnection connection(JsonObject json) {
    return new IntegrationConnection(
        orEmpty(Json.text(json, "id")),
        orEmpty(Json.text(json, "integrationSlug")),
        instant(Json.text(json, "createdAt")).orElse(Instant.EPOCH),
        instant(Json.text(json, "lastRequestAt")),
        instant(Json.text(json, "lastSuccessfulRequestAt")));
  }

  static Optional<AuthSession> authSession(JsonObject json) {
    String id = Json.text(json, "id");
    String url = Json.text(json, "authFlowUrl");
    Optional<Instant> createdAt = instant(Json.text(json, "createdAt"));
    Optional<Instant> expiresAt = instant(Json.text(json, "expiresAt"));
    if (id == null || url == null || createdAt.isEmpty() || expiresAt.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AuthSession(
            id,
            orEmpty(Json.text(json, "endUserId")),
            Secret.of(url),
            createdAt.get(),
            expiresAt.get(),
            Optional.ofNullable(Json.text(json, "redirectUrl")).flatMap(ConductorRecords::uri)));
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A time as Conductor writes it, or as its older releases did. */
  static Optional<Instant> instant(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    String iso = text.trim().toUpperCase(Locale.ROOT).replaceFirst("(?<=\\d) (?=\\d)", "T");
    String zoned = iso.matches(".*[+-]\\d\\d") ? iso + ":00" : iso;
    try {
      return Optional.of(OffsetDateTime.parse(zoned).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
