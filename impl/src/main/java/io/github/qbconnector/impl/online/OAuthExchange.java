package io.github.qbconnector.impl.online;

import io.github.qbconnector.Secret;
import io.github.qbconnector.impl.config.OnlineSettings;
import io.github.qbconnector.impl.connection.ProviderProblem;
import io.github.qbconnector.impl.http.HttpAnswer;
import io.github.qbconnector.impl.http.HttpCall;
import io.github.qbconnector.impl.http.HttpTransport;
import io.github.qbconnector.impl.http.OutageException;
import io.github.qbconnector.impl.http.ProviderGuard;
import io.github.qbconnector.impl.http.TransportException;
import io.github.qbconnector.impl.json.Json;
import io.github.qbconnector.online.IntuitTokens;
import io.github.qbconnector.online.MigratedConnection;
import io.github.qbconnector.online.OAuth1Token;
import io.github.qbconnector.online.UserInfo;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The exchanges with Intuit's OAuth 2.0 and user info endpoints, on the wire. */
final class OAuthExchange {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int MAX_BYTES = 64 * 1024;

  private final Supplier<OnlineSettings> settings;
  private final Supplier<Duration> readTimeout;
  private final Discovery discovery;
  private final HttpTransport transport;
  private final ProviderGuard guard;
  private final IntuitAnswers answers;
  private final Clock clock;
  private final TokenAnswers tokens;
  private final TokenMigration migration;

  OAuthExchange(
      Supplier<OnlineSettings> settings,
      Supplier<Duration> readTimeout,
      Discovery discovery,
      HttpTransport transport,
      ProviderGuard guard,
      IntuitAnswers answers,
      Clock clock) {
    this.settings = settings;
    this.readTimeout = readTimeout;
    this.discovery = discovery;
    this.transport = transport;
    this.guard = guard;
    this.answers = answers;
    this.clock = clock;
    this.tokens = new TokenAnswers(answers);
    this.migration = new TokenMigration(settings, readTimeout, transport, guard, answers, clock);
  }

  IntuitTokens exchange(Secret code, @Nullable Secret verifier) throws ProviderProblem {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code.reveal());
    form.put("redirect_uri", settings.get().redirectUri().toString());
    if (verifier != null) {
      form.put("code_verifier", verifier.reveal());
    }
    Instant before = clock.instant();
    String what = "Exchanging the authorisation code";
    HttpAnswer answer;
    try {
      answer = guard.token(() -> transport.send(tokenCall(form)));
    } catch (TransportException e) {
      throw answers.lostExchange(e);
    } catch (OutageException e) {
      answer = e.answer();
    }
    return tokens(what, answer, before, null);
  }

  IntuitTokens refresh(Secret refreshToken) throws ProviderProblem {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken.reveal());
    Instant before = clock.instant();
    String what = "Renewing the tokens";
    HttpAnswer answer;
    try {
      answer = guard.token(() -> transport.send(tokenCall(form)));
    } catch (TransportException e) {
      throw answers.lost(what, e);
    } catch (OutageException e) {
      answer = e.answer();
    }
    return tokens(what, answer, before, refreshToken);
  }

  private HttpCall tokenCall(Map<String, String> form) {
    return authenticated(
        HttpCall.post(discovery.endpoints().token(), encoded(form), FORM, readTimeout.get())
            .toTheEnd()
            .header("x-include-refresh-token-hard-expires-in", "true"));
  }

  private HttpCall authenticated(HttpCall call) {
    OnlineSettings online = settings.get();
    String pair = online.clientId() + ":" + online.clientSecret().reveal();
    return call.header("Accept", "application/json")
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
        .atMost(MAX_BYTES);
  }

  private IntuitTokens tokens(
      String what, HttpAnswer answer, Instant before, @Nullable Secret previousRefreshToken)
      throws ProviderProblem {
    if (answer.status() != 200) {
      throw answers.oauth(what, answer);
    }
    return tokens.read(what, answer, before, previousRefreshToken);
  }

  MigratedConnection migrate(OAuth1Token old, List<String> scopes) throws ProviderProblem {
    return migration.migrate(old, scopes);
  }

  /** Revokes; an answer of 400 means that the token was dead already, which is what was wanted. */
  void revoke(Secret token) throws ProviderProblem {
    String body =
        Json.write(Json.PROVIDER.createObjectBuilder().add("token", token.reveal()).build());
    String what = "Revoking the grant";
    HttpAnswer answer;
    try {
      answer =
          guard.token(
              () ->
                  transport.send(
                      authenticated(
                          HttpCall.post(
                              discovery.endpoints().revocation(),
                              body.getBytes(StandardCharsets.UTF_8),
                              "application/json",
                              readTimeout.get()))));
    } catch (TransportException e) {
      throw answers.lost(what, e);
    } catch (OutageException e) {
      answer = e.answer();
    }
    if (answer.status() == 400 && !isClientError(answer)) {
      return;
    }
    if (answer.status() != 200) {
      throw answers.oauth(what, answer);
    }
  }

  private static boolean isClientError(HttpAnswer answer) {
    return Json.object(answer.text())
        .map(json -> Json.text(json, "error"))
        .filter(e -> e.equals("invalid_client") || e.equals("unauthorized_client"))
        .isPresent();
  }

  UserInfo userInfo(Secret accessToken) throws ProviderProblem {
    String what = "Asking who consented";
    HttpAnswer answer;
    try {
      URI userInfo = discovery.endpoints().userInfo();
      answer =
          guard.read(
              () ->
                  transport.send(
                      HttpCall.get(userInfo, readTimeout.get())
                          .header("Accept", "application/json")
                          .header("Authorization", "Bearer " + accessToken.reveal())
                          .atMost(MAX_BYTES)));
    } catch (TransportException e) {
      throw answers.lost(what, e);
    } catch (OutageException e) {
      answer = e.answer();
    }
    JsonObject json = Json.object(answer.text()).orElse(null);
    if (answer.status() != 200) {
      throw answers.oauth(what, answer);
    }
    String subject = json == null ? null : Json.text(json, "sub");
    if (json == null || subject == null) {
      throw answers.unreadable(what, answer);
    }
    return new UserInfo(
        subject,
        optional(json, "email"),
        json.get("emailVerified") == JsonValue.TRUE
            || "true".equals(Json.text(json, "emailVerified")),
        optional(json, "givenName"),
        optional(json, "familyName"),
        optional(json, "phoneNumber"),
        json.get("address") instanceof JsonObject address
            ? Optional.of(
                new UserInfo.Address(
                    optional(address, "streetAddress"),
                    optional(address, "locality"),
                    optional(address, "region"),
                    optional(address, "postalCode"),
                    optional(address, "country")))
            : Optional.empty());
  }

  private static Optional<String> optional(JsonObject json, String name) {
    return Optional.ofNullable(Json.text(json, name)).filter(t -> !t.isEmpty());
  }

  private static byte[] encoded(Map<String, String> form) {
    return query(form).getBytes(StandardCharsets.US_ASCII);
  }

  static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
