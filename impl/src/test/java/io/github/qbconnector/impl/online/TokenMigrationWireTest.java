package io.github.qbconnector.impl.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qbconnector.Secret;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.error.RequestRejectedException;
import io.github.qbconnector.impl.json.Json;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.online.MigratedConnection;
import io.github.qbconnector.online.OAuth1Token;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.http.RequestHandler;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import io.github.qbconnector.simulator.jdk.JdkServer;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The migration in front of a server that answers whatever a test wants. */
@ExtendWith(SimulatorExtension.class)
class TokenMigrationWireTest {
  private static final OAuth1Token OLD =
      new OAuth1Token("ck", Secret.of("MARKER/1+"), Secret.of("MARKER/2+"), Secret.of("MARKER/3+"));
  private static final String TOKENS =
      "\"access_token\":\"eyJhbGciOiJkaXIifQ..a\",\"refresh_token\":\"RT1-10-H0-1\"";

  private final AtomicReference<SimulatorRequest> seen = new AtomicReference<>();
  private final AtomicReference<RequestHandler> intuit = new AtomicReference<>();
  private final JdkServer server =
      JdkServer.start(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
          "/intuit",
          request -> {
            seen.set(request);
            return Objects.requireNonNull(intuit.get()).handle(request);
          });
  private final Bench bench;

  TokenMigrationWireTest(QuickBooksSimulator simulator) {
    this.bench =
        new Bench(
            simulator,
            Map.of(
                "quickbooks.online.base-url",
                server.baseUrl(),
                "quickbooks.online.client-id",
                "an id",
                "quickbooks.online.client-secret",
                "MARKER/4+"));
  }

  @AfterEach
  void close() {
    bench.close();
    server.close();
  }

  private void answers(int status, String type, String body) {
    intuit.set(request -> SimulatorResponse.of(status, type, body));
  }

  @Test
  void theRequestIsExactlyWhatIntuitsOwnClientsSend() {
    answers(200, "application/json", "{" + TOKENS + ",\"realmId\":\"123\"}");

    MigratedConnection migrated = bench.oauth.migrate(OLD);

    assertThat(migrated.realmId()).isEqualTo("123");
    SimulatorRequest request = Objects.requireNonNull(seen.get());
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/v2/oauth2/tokens/migrate");
    assertThat(request.header("Content-Type")).contains("application/json");
    assertThat(request.header("Accept")).contains("application/json");
    assertThat(request.header("Authorization"))
        .hasValueSatisfying(
            header ->
                assertThat(header)
                    .matches(
                        "OAuth oauth_consumer_key=\"ck\", oauth_nonce=\"[\\w-]{22}\","
                            + " oauth_signature=\"[\\w%]+\", oauth_signature_method=\"HMAC-SHA1\","
                            + " oauth_timestamp=\"\\d{10}\", oauth_token=\"MARKER%2F2%2B\","
                            + " oauth_version=\"1.0\""));
    assertThat(Json.object(request.bodyText()))
        .contains(
            Json.PROVIDER
                .createObjectBuilder()
                .add("scope", "com.intuit.quickbooks.accounting")
                .add("redirect_uri", "http://localhost:9080/app/quickbooks/callback")
                .add("client_id", "an id")
                .add("client_secret", "MARKER/4+")
                .build());
  }

  @Test
  void aRealmIdMayComeAsANumber() {
    answers(200, "application/json", "{" + TOKENS + ",\"realmId\":9341453912000017}");
    assertThat(bench.oauth.migrate(OLD).realmId()).isEqualTo("9341453912000017");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "<html>Maintenance</html>",
        "{\"realmId\":\"123\"}",
        "{\"access_token\":\"a\",\"realmId\":\"123\"}",
        "{" + TOKENS + "}",
        "{" + TOKENS + ",\"realmId\":null}",
        "{" + TOKENS + ",\"realmId\":\"../1\"}"
      })
  void anAnswerWithoutTokensOrRealmIdIsUnreadable(String body) {
    answers(200, "application/json", body);
    assertThatThrownBy(() -> bench.oauth.migrate(OLD))
        .isInstanceOfSatisfying(
            ProviderUnavailableException.class,
            e -> {
              assertThat(e.code()).isEqualTo("QBC0203");
              assertThat(everything(e)).doesNotContain("RT1-", "eyJ");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 500})
  void anAnswerThatRepeatsTheRequestShowsNoSecret(int status) {
    intuit.set(
        request ->
            SimulatorResponse.html(
                status,
                "<p>oauth_problem=signature_invalid for "
                    + request.header("Authorization").orElse("")
                    + " key MARKER%2F1%2B&MARKER%2F3%2B, token%3DMARKER%252F2%252B, body "
                    + request.bodyText()));

    QuickBooksException failure =
        catchThrowableOfType(QuickBooksException.class, () -> bench.oauth.migrate(OLD));

    assertThat(failure.content()).hasValueSatisfying(c -> assertThat(c).contains("***"));
    assertThat(everything(failure)).contains("HTTP " + status).doesNotContain("MARKER");
  }

  @Test
  void noServerIsNoOutcome() {
    server.close();
    assertThatThrownBy(() -> bench.oauth.migrate(OLD))
        .isInstanceOfSatisfying(
            ProviderUnavailableException.class,
            e -> assertThat(everything(e)).contains("QBC0202").doesNotContain("MARKER"));
  }

  @Test
  void aRefusalDoesNotSendTheUserAnywhere() {
    answers(401, "text/plain", "oauth_problem=consumer_key_unknown");
    assertThatThrownBy(() -> bench.oauth.migrate(OLD))
        .isInstanceOf(RequestRejectedException.class)
        .hasMessageContaining("consumer_key_unknown");
  }

  /** All that a log could show of it. */
  private static String everything(QuickBooksException failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text + " " + failure.code() + " " + failure.content().orElse("");
  }
}
