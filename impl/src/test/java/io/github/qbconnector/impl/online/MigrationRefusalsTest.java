package io.github.qbconnector.impl.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.error.MisconfiguredException;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.error.ReconnectRequiredException;
import io.github.qbconnector.error.RequestRejectedException;
import io.github.qbconnector.impl.http.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody has written down how Intuit words a refusal here, so every wording has to end well. */
class MigrationRefusalsTest {
  private final MigrationRefusals refusals =
      new MigrationRefusals(new IntuitAnswers(Clock.systemUTC()));

  private QuickBooksException failure(int status, String challenge, String body) {
    return refusals
        .of(
            "Migrating",
            new HttpAnswer(
                status,
                Map.of("www-authenticate", challenge, "intuit_tid", "1-tid"),
                body.getBytes(StandardCharsets.UTF_8),
                Duration.ofMillis(1)))
        .failure();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oauth_problem=signature_invalid",
        "oauth_problem=signature_invalid&oauth_problem_advice=look",
        "{\"oauth_problem\": \"signature_invalid\"}",
        "{\"error\":\"unauthorized\",\"error_description\":\"oauth_problem=signature_invalid\"}",
        "<html><body>HTTP Status 401 - oauth_problem='signature_invalid'</body></html>"
      })
  void theReasonIsFoundInAnyBody(String body) {
    assertThat(failure(401, "", body))
        .isInstanceOf(RequestRejectedException.class)
        .hasMessageContaining("401 signature_invalid")
        .satisfies(e -> assertThat(e.providerCode()).contains("signature_invalid"))
        .satisfies(e -> assertThat(e.requestId()).contains("1-tid"));
  }

  @Test
  void theReasonIsFoundInTheChallengeToo() {
    assertThat(failure(401, "OAuth realm=\"x\", oauth_problem=\"timestamp_refused\"", ""))
        .isInstanceOf(RequestRejectedException.class)
        .hasMessageContaining("clock");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token_used", "token_expired", "token_revoked", "token_rejected"})
  void aTokenThatHasEndedNeedsItsUser(String problem) {
    assertThat(failure(401, "", "oauth_problem=" + problem))
        .isInstanceOf(ReconnectRequiredException.class)
        .satisfies(e -> assertThat(e.userMessage()).isPresent());
  }

  @Test
  void anUnnamedRefusalOfTheSignatureIsNotIntuitsOutage() {
    assertThat(failure(401, "OAuth", "<html><body>Unauthorized</body></html>"))
        .isInstanceOf(RequestRejectedException.class)
        .satisfies(e -> assertThat(e.httpStatus()).contains(401));
  }

  @Test
  void aRefusedClientIsStillARefusedClient() {
    assertThat(failure(401, "", "{\"error\":\"invalid_client\"}"))
        .isInstanceOf(MisconfiguredException.class);
  }

  @ParameterizedTest
  @CsvSource({"500, oauth_problem=signature_invalid", "503, ''", "429, ''", "400, <html></html>"})
  void whatIsNoRefusalEndsAsItDoesForAnExchange(int status, String body) {
    assertThat(failure(status, "", body)).isInstanceOf(ProviderUnavailableException.class);
  }
}
