package io.github.qbconnector.impl.online;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.Product;
import io.github.qbconnector.Secret;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.OutcomeUnknownException;
import io.github.qbconnector.impl.config.OnlineSettings;
import io.github.qbconnector.impl.config.Scopes;
import io.github.qbconnector.impl.connection.ProviderProblem;
import io.github.qbconnector.impl.crypto.RandomIds;
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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** The migration of an OAuth 1.0a token, on the wire: signed with the old token, JSON inside. */
final class TokenMigration {
  private static final String WHAT = "Migrating an OAuth 1.0a token";
  private static final int MAX_BYTES = 64 * 1024;

  private final Supplier<OnlineSettings> settings;
  private final Supplier<Duration> readTimeout;
  private final HttpTransport transport;
  private final ProviderGuard guard;
  private final IntuitAnswers answers;
  private final Clock clock;
  private final OAuth1Signer signer;
  private final TokenAnswers tokenAnswers;
  private final MigrationRefusals refusals;

  TokenMigration(
      Supplier<OnlineSettings> settings,
      Supplier<Duration> readTimeout,
      HttpTransport transport,
      ProviderGuard guard,
      IntuitAnswers answers,
      Clock clock) {
    this.settings = settings;
    this.readTimeout = readTimeout;
    this.transport = transport;
    this.guard = guard;
    this.answers = answers;
    this.clock = clock;
    this.signer = new OAuth1Signer(clock, RandomIds::next);
    this.tokenAnswers = new TokenAnswers(answers);
    this.refusals = new MigrationRefusals(answers);
  }

  MigratedConnection migrate(OAuth1Token old, List<String> scopes) throws ProviderProblem {
    OnlineSettings online = settings.get();
    HttpCall call = call(online, old, scopes);
    Instant before = clock.instant();
    HttpAnswer answer;
    try {
      answer = guard.token(() -> transport.send(call));
    } catch (TransportException e) {
      throw lost(e);
    } catch (OutageException e) {
      answer = e.answer();
    }
    if (answer.status() != 200) {
      throw refusals.of(WHAT, withoutEchoes(answer, old, online));
    }
    IntuitTokens tokens = tokenAnswers.read(WHAT, answer, before, null);
    String realmId = Json.object(answer.text()).map(j -> Json.text(j, "realmId")).orElse("");
    if (!realmId.matches("\\d{1,32}")) {
      throw answers.unreadable(WHAT, answer);
    }
    return new MigratedConnection(realmId, tokens);
  }

  private HttpCall call(OnlineSettings online, OAuth1Token old, List<String> scopes) {
    // Not in Intuit's discovery document, so nothing is gained by reading it.
    URI endpoint = IntuitEndpoints.builtIn(online).migration();
    List<String> wanted = scopes.isEmpty() ? online.scopes() : Scopes.expand(scopes);
    String body =
        Json.write(
            Json.PROVIDER
                .createObjectBuilder()
                .add("scope", String.join(" ", wanted))
                .add("redirect_uri", online.redirectUri().toString())
                .add("client_id", online.clientId())
                .add("client_secret", online.clientSecret().reveal())
                .build());
    return HttpCall.post(
            endpoint, body.getBytes(StandardCharsets.UTF_8), "application/json", readTimeout.get())
        .toTheEnd()
        .header("Accept", "application/json")
        .header("Authorization", signer.authorization("POST", endpoint, old))
        .atMost(MAX_BYTES);
  }

  /** No answer: the old token may have been migrated, and only another attempt can tell. */
  private ProviderProblem lost(TransportException failure) {
    if (failure.stage() == TransportException.Stage.NOT_SENT) {
      return answers.lost(WHAT, failure);
    }
    return new ProviderProblem(
        ConnectionState.PROVIDER_DOWN,
        StatusReason.PROVIDER_UNREACHABLE,
        new OutcomeUnknownException(
            "The answer to the migration of an OAuth 1.0a token was lost. Migrate the same token"
                + " again; if Intuit refuses it then, the user connects again.",
            ErrorDetails.of("QBC0209", clock.instant()).product(Product.ONLINE).build(),
            failure));
  }

  /** An error page may repeat what was sent, and in which encoding is anybody's guess. */
  private static HttpAnswer withoutEchoes(
      HttpAnswer answer, OAuth1Token old, OnlineSettings online) {
    String text = answer.text();
    for (Secret secret :
        List.of(
            old.accessToken(),
            old.accessTokenSecret(),
            old.consumerSecret(),
            online.clientSecret())) {
      String once = OAuth1Signature.encode(secret.reveal());
      text =
          text.replace(OAuth1Signature.encode(once), "***")
              .replace(once, "***")
              .replace(secret.reveal(), "***");
    }
    return new HttpAnswer(
        answer.status(), answer.headers(), text.getBytes(StandardCharsets.UTF_8), answer.took());
  }
}
