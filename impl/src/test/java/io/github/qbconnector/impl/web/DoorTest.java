package io.github.qbconnector.impl.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.Product;
import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.error.ReconnectRequiredException;
import io.github.qbconnector.error.RequestRejectedException;
import io.github.qbconnector.gate.GateAnswer;
import io.github.qbconnector.gate.GateDoor.CallerScope;
import io.github.qbconnector.impl.connection.StoreFailure;
import io.github.qbconnector.impl.json.Json;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each kind of caller gets an answer it can act on. */
@ExtendWith(SimulatorExtension.class)
class DoorTest {
  private final QuickBooksSimulator simulator;
  private final Bench bench;
  private final Callers callers = new Callers(() -> null);
  private final Door door;

  DoorTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.bench = new Bench(simulator, Map.of());
    this.door =
        new Door(
            bench.gate,
            () -> bench.owner,
            callers,
            new GateAnswers(new HtmlPages(), bench.links, name -> "CUSTOM"),
            name -> Product.ONLINE);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private GateAnswer stopped(String method, Map<String, String> headers) {
    return Objects.requireNonNull(door.check("default", Asked.of(method, headers)));
  }

  @Test
  void aPageIsSentToConnectAndBack() {
    GateAnswer answer = stopped("GET", Asked.BROWSER);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.headers())
        .containsEntry("Location", "/app/quickbooks/connect?return=%2Finvoices%3Fpage%3D2");
  }

  @Test
  void whatIsNotSafeIsNeverComeBackTo() {
    assertThat(stopped("POST", Asked.BROWSER).headers())
        .containsEntry("Location", "/app/quickbooks/connect");
  }

  @Test
  void everyKindOfScriptGetsAProblemDocument() {
    for (Map<String, String> script :
        List.of(
            Map.of("Sec-Fetch-Mode", "cors", "Accept", "text/html"),
            Map.of("Accept", "application/json"),
            Map.of("Accept", "text/html", "X-Requested-With", "XMLHttpRequest"),
            Map.of("Accept", "text/html", "HX-Request", "true"),
            Map.<String, String>of())) {
      GateAnswer answer = stopped("GET", script);
      assertThat(answer.status()).as(script.toString()).isEqualTo(409);
      assertThat(answer.headers())
          .containsEntry("Content-Type", "application/problem+json;charset=UTF-8");
      JsonObject problem = Json.object(answer.body()).orElseThrow();
      assertThat(problem).containsKeys("type", "title", "status", "detail");
      assertThat(problem.getString("state")).isEqualTo("NOT_CONNECTED");
      assertThat(problem.getString("reason")).isEqualTo("NEVER_CONNECTED");
      assertThat(problem.getString("connectUrl")).isEqualTo("/app/quickbooks/connect");
      assertThat(problem.getString("detail")).isNotEmpty();
    }
  }

  @Test
  void aFacesPartialRequestGetsAPartialResponse() {
    GateAnswer answer = stopped("POST", Map.of("Faces-Request", "partial/ajax"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("Content-Type", "text/xml;charset=UTF-8");
    assertThat(answer.body())
        .contains(
            "<partial-response",
            "<redirect url=\"/app/quickbooks/connect?return=%2Finvoices%3Fpage%3D2\">");
  }

  @Test
  void aFacesPartialRequestOfNobodyIsSentToWhereTheLoginIsAskedFor() {
    bench.owner = Optional.empty();
    GateAnswer answer = stopped("POST", Map.of("Faces-Request", "partial/ajax"));
    assertThat(answer.login()).isFalse();
    assertThat(answer.body()).contains("<redirect url=\"/app/quickbooks/connect");
  }

  @Test
  void nobodyGoesToTheApplicationsLogin() {
    bench.owner = Optional.empty();
    assertThat(stopped("GET", Asked.BROWSER).login()).isTrue();
    assertThat(stopped("GET", Asked.BROWSER).status()).isEqualTo(401);
  }

  @Test
  void aScriptOfNobodyMeetsNoLoginPageUnlessItBringsCredentials() {
    bench.owner = Optional.empty();
    assertThat(stopped("GET", Map.of()).status()).isEqualTo(401);
    assertThat(stopped("GET", Map.of()).login()).isFalse();
    assertThat(stopped("GET", Map.of("Authorization", "Basic aGk6aG8=")).login()).isTrue();
  }

  @Test
  void anOutageAsksBothToWait() {
    bench.connect("hanna", Bench.REALM);
    simulator.faults().add(Fault.status(503).on(EndpointKind.TOKEN));
    simulator.clock().advance(Duration.ofHours(5));
    GateAnswer page = stopped("GET", Asked.BROWSER);
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.headers()).containsKey("Retry-After");
    assertThat(page.body()).contains("http-equiv=\"refresh\"", "url=/app/invoices?page=2");
    GateAnswer script = stopped("GET", Map.of());
    assertThat(script.status()).isEqualTo(503);
    assertThat(script.headers()).containsKey("Retry-After");
    assertThat(Json.object(script.body()).orElseThrow()).containsKey("requestId");
  }

  @Test
  void theFirstDecisionOfARequestCountsForAllItsDoors() {
    bench.connect("hanna", Bench.REALM);
    try (CallerScope request = callers.enter(() -> "hanna")) {
      assertThat(door.check("default", Asked.of("GET", Asked.BROWSER))).isNull();
      bench.connector.connection("hanna").disconnect();
      assertThat(door.check("default", Asked.of("GET", Asked.BROWSER))).isNull();
      assertThat(door.decide("default").passes()).isTrue();
    }
    assertThat(door.decide("default").passes()).isFalse();
  }

  @Test
  void aStoreThatFailsUnderAPageIsNoOutageOfQuickBooks() {
    QuickBooksException failure =
        StoreFailure.of(
            new VaultUnavailableException("away", new IllegalStateException()),
            simulator.clock().instant());
    GateAnswer page =
        Objects.requireNonNull(door.explain("default", failure, Asked.of("GET", Asked.BROWSER)));
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.body()).contains("cannot be looked up").doesNotContain("has a problem");
    GateAnswer script =
        Objects.requireNonNull(door.explain("default", failure, Asked.of("GET", Map.of())));
    assertThat(script.body()).contains("\"CHECKING\"", "\"STORE_UNAVAILABLE\"");
  }

  @Test
  void aFailureThatLeavesAPageIsAnsweredAsTheGateWould() {
    QuickBooksException ended =
        new ReconnectRequiredException(
            "ended", ErrorDetails.of("QBC0102", simulator.clock().instant()).build(), null);
    GateAnswer answer =
        Objects.requireNonNull(door.explain("default", ended, Asked.of("GET", Asked.BROWSER)));
    assertThat(answer.status()).isEqualTo(303);
    QuickBooksException mistake =
        new RequestRejectedException(
            "wrong",
            ErrorDetails.of("QBC0212", simulator.clock().instant()).build(),
            List.of(),
            null);
    assertThat(door.explain("default", mistake, Asked.of("GET", Asked.BROWSER)))
        .as("the application's own to handle")
        .isNull();
  }
}
