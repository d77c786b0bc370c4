package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.TestClient.BAKERY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fingerprint;
import io.github.qbconnector.simulator.core.LoggedRequest;
import io.github.qbconnector.simulator.core.RequestLog;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class RequestLogTest {

  private final QuickBooksSimulator simulator;
  private final TestClient client;

  RequestLogTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.client = new TestClient(simulator);
  }

  @Test
  void requestsAreCountedByKindAndMeteredOnesApart() {
    JsonObject tokens = client.connect(BAKERY);
    String access = tokens.getString("access_token");
    client.refresh(tokens.getString("refresh_token"));
    client.company(BAKERY, access);
    client.query(BAKERY, access, "select * from Customer");

    assertThat(simulator.requests().count(EndpointKind.AUTHORIZE)).isEqualTo(2);
    assertThat(simulator.requests().count(EndpointKind.TOKEN)).isEqualTo(2);
    assertThat(simulator.requests().count(EndpointKind.ACCOUNTING)).isEqualTo(2);
    assertThat(simulator.requests().count(EndpointKind.ANY)).isEqualTo(6);
    assertThat(simulator.requests().metered()).isEqualTo(2);
    assertThat(
            simulator
                .requests()
                .count(request -> request.grantType().equals(Optional.of("refresh_token"))))
        .isEqualTo(1);

    simulator.requests().clear();
    assertThat(simulator.requests().count(EndpointKind.ANY)).isZero();
    assertThat(simulator.requests().metered()).isZero();
  }

  @Test
  void aRefreshIsToldByFingerprintsOnly() {
    String token = client.connect(BAKERY).getString("refresh_token");
    simulator.clock().advance(Duration.ofDays(2));
    String rotated = client.refresh(token).text("refresh_token");

    LoggedRequest last = simulator.requests().last().orElseThrow();

    assertThat(last.presented()).contains(Fingerprint.of(token));
    assertThat(last.issued()).contains(Fingerprint.of(rotated));
    assertThat(last.rotated()).isTrue();
    assertThat(last.realmId()).contains(BAKERY);
    assertThat(last.status()).isEqualTo(200);
    assertThat(last.time()).isAfter(Instant.now().plus(Duration.ofDays(1)));
    assertThat(simulator.requests().list().toString()).doesNotContain(token, rotated);
  }

  @Test
  void theLogKnowsTheTraceIdThatTheCallerGot() {
    String tid = client.get("/op/v1/jwks").header("intuit_tid");

    assertThat(simulator.requests().last().orElseThrow().tid()).isEqualTo(tid);
  }

  @Test
  void theLogKeepsTheNewestHundredThousand() {
    client.get("/op/v1/jwks");
    LoggedRequest sample = simulator.requests().last().orElseThrow();
    RequestLog log = new RequestLog();
    for (int i = 0; i < 100_010; i++) {
      log.add(sample);
    }

    assertThat(log.list()).hasSize(100_000);
    assertThat(log.list().get(0).sequence()).isEqualTo(11);
    assertThat(log.count(EndpointKind.JWKS)).isEqualTo(100_010);
    assertThat(log.newest(2))
        .extracting(LoggedRequest::sequence)
        .containsExactly(100_010L, 100_009L);
  }

  @Test
  void eachTestStartsAsNew() {
    assertThat(simulator.requests().count(EndpointKind.ANY)).isZero();
    assertThat(simulator.intuit().grants().list()).isEmpty();
    assertThat(simulator.clock().offset()).isZero();
  }
}
