package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.TestClient.BAKERY;
import static io.github.qbconnector.simulator.TestClient.PLUMBING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.core.LoggedRequest;
import io.github.qbconnector.simulator.intuit.Rotation;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.JsonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
@Timeout(30)
class FaultsTest {

  private final QuickBooksSimulator simulator;
  private final TestClient client;

  FaultsTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.client = new TestClient(simulator);
  }

  private Answer jwks() {
    return client.get("/op/v1/jwks");
  }

  private LoggedRequest last() {
    return simulator.requests().last().orElseThrow();
  }

  private static void awaitTrue(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aDropAfterSendRotatesTheTokenAndLosesTheAnswer() {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE);
    String token = client.connect(BAKERY).getString("refresh_token");
    simulator.faults().add(Fault.of(FaultKind.DROP_AFTER_SEND).on(EndpointKind.TOKEN).once());
    simulator.requests().clear();

    assertThatThrownBy(() -> client.refresh(token))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(IOException.class);

    assertThat(last().cut()).isTrue();
    assertThat(last().rotated()).isTrue();
    assertThat(last().issued()).isPresent().isNotEqualTo(last().presented());
    assertThat(client.refresh(token).status()).isEqualTo(400);
  }

  @Test
  void aDropBeforeChangesNothing() {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE);
    String token = client.connect(BAKERY).getString("refresh_token");
    simulator.faults().add(Fault.of(FaultKind.DROP_BEFORE).on(EndpointKind.TOKEN).times(1));

    assertThatThrownBy(() -> client.refresh(token)).isInstanceOf(UncheckedIOException.class);

    assertThat(last().cut()).isTrue();
    assertThat(client.refresh(token).status()).isEqualTo(200);
  }

  @Test
  void anOutageIsAnHtmlPageOfAGateway() {
    simulator.faults().add(Fault.status(503));

    Answer answer = jwks();

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.body()).contains("503 Service Temporarily Unavailable");
    assertThat(answer.header("intuit_tid")).isNotEmpty();
  }

  @Test
  void throttlingIsXmlWithOrWithoutRetryAfter() {
    simulator.faults().add(Fault.throttle().once());
    simulator.faults().add(Fault.throttle(Duration.ofSeconds(60)).once());

    Answer without = jwks();
    Answer with = jwks();

    assertThat(without.status()).isEqualTo(429);
    assertThat(without.body()).contains("ThrottleExceeded");
    assertThat(without.header("Retry-After")).isEmpty();
    assertThat(with.header("Retry-After")).isEqualTo("60");
    assertThat(jwks().status()).isEqualTo(200);
  }

  @Test
  void aMalformedAnswerIsTruncatedJsonThatClaimsSuccess() {
    simulator.faults().add(Fault.of(FaultKind.MALFORMED).once());

    Answer answer = jwks();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).startsWith("{");
    assertThatThrownBy(answer::json).isInstanceOf(JsonException.class);
  }

  @Test
  void anHtmlPageMayClaimSuccess() {
    simulator.faults().add(Fault.of(FaultKind.HTML_200).once());

    Answer answer = jwks();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("<html>");
  }

  @Test
  void aHugeBodyHasTheOrderedSize() {
    simulator.faults().add(Fault.huge(10_000_000).once());

    assertThat(jwks().body()).hasSize(10_000_000);
  }

  @Test
  void aFaultMayComeWithStatus200() {
    String access = client.connect(BAKERY).getString("access_token");
    simulator.faults().add(Fault.of(FaultKind.FAULT_200).on(EndpointKind.ACCOUNTING).once());

    Answer answer = client.company(BAKERY, access);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"code\":\"10000\"", "\"type\":\"SystemFault\"");
  }

  @Test
  void theAdminMayBeGone() {
    String access = client.connect(BAKERY).getString("access_token");
    simulator.faults().add(Fault.of(FaultKind.AUTH_120).forRealm(BAKERY));

    Answer answer = client.company(BAKERY, access);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\":\"120\"");
  }

  @Test
  void aSlowAnswerComesInTheEnd() {
    simulator.faults().add(Fault.latency(Duration.ofMillis(80)).once());
    long start = System.nanoTime();

    assertThat(jwks().status()).isEqualTo(200);

    assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(75));
  }

  @Test
  void clearingLetsSlowAnswersGoAtOnce() {
    simulator.faults().add(Fault.latency(Duration.ofHours(1)));
    CompletableFuture<Answer> slow = CompletableFuture.supplyAsync(this::jwks);
    awaitTrue(FaultsTest::isHeld);

    simulator.faults().clear();

    assertThat(slow.join().status()).isEqualTo(200);
  }

  private static boolean isHeld() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().startsWith("simulator-"))
        .flatMap(thread -> Arrays.stream(thread.getValue()))
        .anyMatch(frame -> frame.getMethodName().equals("hold"));
  }

  @Test
  void aHangingRequestIsInTheLogAndEndsWithoutAnAnswer() {
    String token = client.connect(BAKERY).getString("refresh_token");
    simulator.requests().clear();
    simulator.faults().add(Fault.of(FaultKind.HANG).on(EndpointKind.TOKEN));
    CompletableFuture<Answer> hanging = CompletableFuture.supplyAsync(() -> client.refresh(token));
    awaitTrue(() -> simulator.requests().count(EndpointKind.TOKEN) == 1);

    assertThat(hanging).isNotDone();
    simulator.faults().clear();

    assertThatThrownBy(hanging::join).hasRootCauseInstanceOf(IOException.class);
    assertThat(simulator.requests().count(EndpointKind.TOKEN)).isEqualTo(1);
  }

  @Test
  void aHangAfterSendHasRotatedTheToken() {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE);
    String token = client.connect(BAKERY).getString("refresh_token");
    simulator.requests().clear();
    simulator.faults().add(Fault.of(FaultKind.HANG_AFTER_SEND).on(EndpointKind.TOKEN).once());
    CompletableFuture<Answer> hanging = CompletableFuture.supplyAsync(() -> client.refresh(token));
    awaitTrue(() -> simulator.requests().rotations() == 1);

    simulator.faults().clear();

    assertThatThrownBy(hanging::join).hasRootCauseInstanceOf(IOException.class);
    assertThat(client.refresh(token).status()).isEqualTo(400);
  }

  @Test
  void twoRefreshesAtTheSameTimeRevokeWhereThatIsSwitchedOn() {
    simulator.intuit().tokens().concurrentRefreshRevokes(true);
    String token = client.connect(BAKERY).getString("refresh_token");
    simulator.requests().clear();
    simulator.faults().add(Fault.of(FaultKind.HANG).on(EndpointKind.TOKEN).once());
    CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> client.refresh(token));
    awaitTrue(() -> simulator.requests().count(EndpointKind.TOKEN) == 1);

    assertThat(client.refresh(token).status()).isEqualTo(400);

    simulator.faults().clear();
    assertThatThrownBy(first::join).hasRootCauseInstanceOf(IOException.class);
    assertThat(simulator.intuit().grants().connected(BAKERY)).isFalse();
  }

  @Test
  void aFaultStrikesOnlyWhatItIsFor() {
    String bakery = client.connect(BAKERY).getString("refresh_token");
    String plumbing = client.connect(PLUMBING).getString("refresh_token");
    simulator
        .faults()
        .add(
            Fault.status(500)
                .on(EndpointKind.TOKEN)
                .forGrantType("refresh_token")
                .forRealm(BAKERY));

    assertThat(client.refresh(plumbing).status()).isEqualTo(200);
    assertThat(jwks().status()).isEqualTo(200);
    assertThat(client.exchange(client.code(TestClient.ACCOUNTING, BAKERY)).status()).isEqualTo(200);
    assertThat(client.refresh(bakery).status()).isEqualTo(500);
  }

  @Test
  void aFaultStrikesAsOftenAsOrderedAndCanBeTakenBack() {
    simulator.faults().add(Fault.status(502).times(2));
    assertThat(jwks().status()).isEqualTo(502);
    assertThat(jwks().status()).isEqualTo(502);
    assertThat(jwks().status()).isEqualTo(200);

    long id = simulator.faults().add(Fault.status(504));
    assertThat(jwks().status()).isEqualTo(504);
    assertThat(simulator.faults().remove(id)).isTrue();
    assertThat(jwks().status()).isEqualTo(200);
  }
}
