package io.github.qbconnector.impl.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.DuplicateObjectException;
import io.github.qbconnector.error.MisconfiguredException;
import io.github.qbconnector.error.ObjectNotFoundException;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.error.ReconnectRequiredException;
import io.github.qbconnector.error.RequestRejectedException;
import io.github.qbconnector.error.StaleObjectException;
import io.github.qbconnector.impl.connection.ProviderProblem;
import io.github.qbconnector.impl.connection.UnauthorizedException;
import io.github.qbconnector.impl.http.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Intuit's shapes of errors, as documented in docs/reference/errors.md. */
class ApiFaultsTest {
  private final ApiFaults faults = new ApiFaults(new IntuitAnswers(Clock.systemUTC()));

  private static HttpAnswer answer(int status, String body) {
    return new HttpAnswer(
        status,
        Map.of("intuit_tid", "1-tid"),
        body.getBytes(StandardCharsets.UTF_8),
        Duration.ofMillis(5));
  }

  private static HttpAnswer fault(int status, String code) {
    return answer(
        status,
        "{\"Fault\":{\"Error\":[{\"Message\":\"m\",\"Detail\":\"d\",\"code\":\""
            + code
            + "\",\"element\":\"Line\"}],\"type\":\"ValidationFault\"},\"time\":\"t\"}");
  }

  private ProviderProblem problem(HttpAnswer answer) {
    try {
      faults.check("Reading", answer);
    } catch (ProviderProblem e) {
      return e;
    } catch (UnauthorizedException e) {
      throw new AssertionError("not a matter of the token", e);
    }
    throw new AssertionError("this answer is not good");
  }

  private void assertFailure(HttpAnswer answer, Class<? extends QuickBooksException> type) {
    assertThat(problem(answer).failure()).isExactlyInstanceOf(type);
    assertThat(problem(answer).failure().requestId()).contains("1-tid");
  }

  private boolean isUnauthorized(HttpAnswer answer) throws ProviderProblem {
    try {
      faults.check("Reading", answer);
      return false;
    } catch (UnauthorizedException e) {
      return true;
    }
  }

  @Test
  void aGoodDocumentIsReturned() throws Exception {
    assertThat(faults.check("Reading", answer(200, " {\"CompanyInfo\":{}}")))
        .containsKey("CompanyInfo");
  }

  @Test
  void validationFaultsAreTheCallersAndNameTheField() {
    ProviderProblem problem = problem(fault(400, "2020"));
    assertThat(problem.state()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(problem.failure())
        .isInstanceOfSatisfying(
            RequestRejectedException.class,
            e -> {
              assertThat(e.faults().get(0).field()).contains("Line");
              assertThat(e.providerType()).contains("ValidationFault");
            });
  }

  @Test
  void codesWithARemedyHaveTypesOfTheirOwn() {
    assertFailure(fault(400, "5010"), StaleObjectException.class);
    assertFailure(fault(400, "6240"), DuplicateObjectException.class);
    assertFailure(fault(400, "6140"), DuplicateObjectException.class);
    assertFailure(fault(400, "610"), ObjectNotFoundException.class);
  }

  @Test
  void accessFaultsAreToldApart() {
    assertFailure(fault(401, "120"), ReconnectRequiredException.class);
    assertFailure(fault(403, "3100"), MisconfiguredException.class);
    assertThat(problem(fault(403, "003100")).reason()).isEqualTo(StatusReason.ACCESS_REFUSED);
  }

  @Test
  void theGatewaysLowerCaseFaultIsAMatterOfTheToken() throws Exception {
    String body =
        "{\"warnings\":null,\"intuitObject\":null,\"fault\":{\"error\":[{\"message\":"
            + "\"message=AuthenticationFailed; errorCode=003200; statusCode=401\",\"detail\":"
            + "\"Token expired\",\"code\":\"3200\",\"element\":null}],\"type\":"
            + "\"AUTHENTICATION\"}}";
    assertThat(isUnauthorized(answer(401, body))).isTrue();
    assertThat(isUnauthorized(answer(401, ""))).isTrue();
  }

  @Test
  void theXmlThrottleFaultAsksForAMinutesPause() {
    ProviderProblem problem =
        problem(
            answer(
                429,
                "<IntuitResponse time=\"t\" xmlns=\"http://schema.intuit.com/finance/v3\">"
                    + "<Fault type=\"SERVICE\"><Error code=\"3001\"><Message>message="
                    + "ThrottleExceeded; errorCode=003001; statusCode=429</Message><Detail>The"
                    + " request limit was reached.</Detail></Error></Fault></IntuitResponse>"));
    assertThat(problem.reason()).isEqualTo(StatusReason.THROTTLED);
    assertThat(problem.failure())
        .isInstanceOfSatisfying(
            ProviderUnavailableException.class,
            e -> {
              assertThat(e.retryAfter()).contains(Duration.ofSeconds(60));
              assertThat(e.providerType()).contains("SERVICE");
              assertThat(e.providerCode()).contains("3001");
            });
  }

  @Test
  void aFaultOfStatus200IsAFault() {
    assertFailure(fault(200, "10000"), ProviderUnavailableException.class);
    assertFailure(fault(200, "2020"), RequestRejectedException.class);
  }

  @Test
  void pagesOfGatewaysAndGarbageAreOutages() {
    assertFailure(answer(503, "<html>down</html>"), ProviderUnavailableException.class);
    assertFailure(answer(200, "<html>hello</html>"), ProviderUnavailableException.class);
    assertFailure(answer(200, "{\"CompanyInfo\":"), ProviderUnavailableException.class);
    assertFailure(answer(200, ""), ProviderUnavailableException.class);
    assertFailure(answer(302, ""), ProviderUnavailableException.class);
    assertFailure(answer(404, "not here"), RequestRejectedException.class);
  }
}
