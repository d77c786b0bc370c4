package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.TestClient.PLUMBING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what is rightly signed with a known OAuth 1.0a token is migrated. */
@ExtendWith(SimulatorExtension.class)
class MigrateSignatureTest {

  private final QuickBooksSimulator simulator;
  private final LegacyClient legacy;

  MigrateSignatureTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.legacy = new LegacyClient(simulator);
  }

  private static void assertProblem(Answer answer, int status, String problem) {
    assertThat(answer.body()).isEqualTo("oauth_problem=" + problem);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("intuit_tid")).startsWith("1-");
  }

  @Test
  void theOrderOfTheHeaderMeansNothing() {
    List<String> parameters =
        Arrays.asList(legacy.signed().substring("OAuth ".length()).split(", "));
    Collections.reverse(parameters);
    String header = "oauth realm=\"My Company\"," + String.join(",", parameters);
    assertThat(legacy.migrate(header).status()).isEqualTo(200);
  }

  @Test
  void aNonceWorksOnceAndAForgerCannotUseItUp() {
    String header = legacy.signed();
    String forged = header.replaceFirst("oauth_signature=\"[^\"]*\"", "oauth_signature=\"AAAA\"");
    assertProblem(legacy.migrate(forged), 401, "signature_invalid");
    assertThat(legacy.migrate(header).status()).isEqualTo(200);
    assertProblem(legacy.migrate(header), 401, "nonce_used");
  }

  @ParameterizedTest
  @CsvSource({
    "nobody, sim-oauth1-consumer-secret, sim-oauth1-token, sim-oauth1-token-secret,"
        + " consumer_key_unknown",
    "sim-oauth1-consumer, wrong, sim-oauth1-token, sim-oauth1-token-secret, signature_invalid",
    "sim-oauth1-consumer, sim-oauth1-consumer-secret, nothing, sim-oauth1-token-secret,"
        + " token_rejected",
    "sim-oauth1-consumer, sim-oauth1-consumer-secret, sim-oauth1-token, wrong, signature_invalid"
  })
  void everyWrongValueIsRefused(
      String key, String secret, String token, String tokenSecret, String problem) {
    assertProblem(legacy.as(key, secret, token, tokenSecret).migrate(), 401, problem);
  }

  @Test
  void anotherConsumersTokenIsRefused() {
    simulator.intuit().legacyTokens().add("other", "s", "t", "ts", PLUMBING);
    assertProblem(
        legacy.as("other", "s", "sim-oauth1-token", "sim-oauth1-token-secret").migrate(),
        401,
        "token_rejected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-6M", "PT6M"})
  void aClockThatIsFarOffIsRefused(Duration off) {
    assertProblem(
        legacy.migrate(legacy.signedAt(Instant.now().plus(off))), 401, "timestamp_refused");
  }

  @Test
  void realTimeAndTheSimulatorsTimeAreBothRight() {
    simulator.clock().advance(Duration.ofDays(30));
    assertThat(legacy.migrate(legacy.signedAt(Instant.now())).status()).isEqualTo(200);
    assertThat(legacy.migrate(legacy.signedAt(simulator.clock().instant())).status())
        .isEqualTo(200);
  }

  @Test
  void whatIsSignedForAnotherAddressIsRefused() {
    String url = legacy.url;
    for (String another :
        List.of(
            url + "/",
            url.replace("127.0.0.1", "localhost"),
            url.replace("http:", "https:"),
            url.replaceFirst(":\\d+/", "/"),
            url + "?a=b")) {
      assertProblem(legacy.migrate(legacy.signingFor(another).signed()), 401, "signature_invalid");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oauth_token",
        "oauth_consumer_key",
        "oauth_nonce",
        "oauth_timestamp",
        "oauth_signature",
        "oauth_signature_method"
      })
  void everyParameterIsNeeded(String name) {
    String without = legacy.signed().replaceFirst(name + "=\"[^\"]*\"", "x_" + name + "=\"\"");
    assertProblem(legacy.migrate(without), 400, "parameter_absent");
  }

  @Test
  void aHeaderThatIsNoneIsRefused() {
    assertRefused("Basic c2ltOnNpbQ==", "parameter_absent");
    assertRefused("OAuth ", "parameter_absent");
    assertRefused("OAuth nonsense", "parameter_rejected");
    String signed = legacy.signed();
    assertRefused(signed + ", oauth_nonce=\"2\"", "parameter_rejected");
    assertRefused(signed.replace("HMAC-SHA1", "PLAINTEXT"), "signature_method_rejected");
    assertRefused(signed.replace("\"1.0\"", "\"2.0\""), "version_rejected");
    assertRefused(signed.replaceFirst("(timestamp=\")\\d+", "$1soon"), "parameter_rejected");
    assertRefused(signed.replaceFirst("(nonce=\")", "$1%zz"), "parameter_rejected");
  }

  private void assertRefused(String header, String problem) {
    assertProblem(legacy.migrate(header), 400, problem);
  }
}
