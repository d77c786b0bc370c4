package io.github.qbconnector.impl.connection;

import static io.github.qbconnector.impl.testing.SwitchableTransport.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.Evidence;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.event.ReconnectRequired;
import io.github.qbconnector.impl.json.Json;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.impl.testing.LoggedMessages;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.intuit.Rotation;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the token endpoint does at a renewal in place of answering as it should. */
@ExtendWith(SimulatorExtension.class)
@Timeout(60)
class TokenEndpointTest {
  private static final String JSON = "application/json";

  private final QuickBooksSimulator simulator;
  private final Bench bench;

  TokenEndpointTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.bench = new Bench(simulator, Map.of());
  }

  @BeforeEach
  void connect() {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE).grace(Duration.ofHours(24));
    bench.connect("hanna", Bench.REALM);
    simulator.requests().clear();
  }

  @AfterEach
  void close() {
    simulator.faults().clear();
    bench.close();
  }

  /** One of the ways, and what the status says of it. */
  record Failure(String name, StatusReason reason, BiConsumer<QuickBooksSimulator, Bench> strike) {

    static Failure of(StatusReason reason, Fault fault) {
      return new Failure(
          fault.kind() == FaultKind.STATUS ? "a page with " + fault.status() : fault.kind().name(),
          reason,
          (simulator, bench) -> simulator.faults().add(fault.on(EndpointKind.TOKEN).once()));
    }

    /** As a fault, for a node that does not wait long. */
    static Failure hanging(FaultKind kind) {
      Failure failure = of(StatusReason.PROVIDER_UNREACHABLE, Fault.of(kind));
      return new Failure(
          failure.name,
          failure.reason,
          (simulator, bench) -> {
            bench.keys.set("quickbooks.http.read-timeout", "PT1S");
            failure.strike.accept(simulator, bench);
          });
    }

    /** The provider has renewed, and what it says of it is not what it should be. */
    static Failure text(String name, UnaryOperator<String> change) {
      return new Failure(
          name,
          StatusReason.PROVIDER_ERROR,
          (simulator, bench) -> bench.transport.rewriteNextAnswer(change));
    }

    static Failure status(int status, String type, String text) {
      return new Failure(
          status + " " + text,
          StatusReason.PROVIDER_ERROR,
          (simulator, bench) ->
              bench.transport.replaceNextAnswer(
                  answer -> answered(status, Map.of("content-type", type), text)));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static UnaryOperator<String> with(String member, JsonValue value) {
    return text ->
        Json.write(Json.PROVIDER.createObjectBuilder(object(text)).add(member, value).build());
  }

  private static UnaryOperator<String> without(String member) {
    return text ->
        Json.write(Json.PROVIDER.createObjectBuilder(object(text)).remove(member).build());
  }

  private static JsonValue text(String value) {
    return Json.PROVIDER.createValue(value);
  }

  private static String longText(int characters) {
    return "eyJ" + "x".repeat(characters);
  }

  private static JsonObject object(String text) {
    return Json.object(text).orElseThrow();
  }

  static Stream<Failure> silences() {
    return Stream.of(
        Failure.hanging(FaultKind.HANG),
        Failure.hanging(FaultKind.HANG_AFTER_SEND),
        Failure.of(StatusReason.PROVIDER_UNREACHABLE, Fault.of(FaultKind.DROP_BEFORE)),
        Failure.of(StatusReason.PROVIDER_UNREACHABLE, Fault.of(FaultKind.DROP_AFTER_SEND)),
        Failure.of(StatusReason.PROVIDER_UNREACHABLE, Fault.huge(1_000_000)));
  }

  static Stream<Failure> refusals() {
    return Stream.of(
        Failure.of(StatusReason.THROTTLED, Fault.throttle()),
        Failure.of(StatusReason.THROTTLED, Fault.throttle(Duration.ofMinutes(2))),
        Failure.of(StatusReason.PROVIDER_ERROR, Fault.status(400)),
        Failure.of(StatusReason.PROVIDER_ERROR, Fault.status(403)),
        Failure.of(StatusReason.PROVIDER_ERROR, Fault.status(404)),
        Failure.of(StatusReason.PROVIDER_ERROR, Fault.status(500)),
        Failure.of(StatusReason.PROVIDER_ERROR, Fault.status(502)),
        Failure.of(StatusReason.PROVIDER_ERROR, Fault.status(503)),
        Failure.of(StatusReason.PROVIDER_ERROR, Fault.status(504)),
        Failure.status(500, JSON, "{\"error\":\"invalid_grant\"}"),
        Failure.status(503, JSON, "{\"error\":\"invalid_client\"}"),
        Failure.status(200, JSON, "{\"error\":\"invalid_grant\"}"),
        Failure.status(302, "text/html", "<a href=\"https://maintenance.example\">away</a>"),
        Failure.status(400, JSON, "{\"error\":\"temporarily_unavailable\"}"),
        Failure.status(204, JSON, ""));
  }

  static Stream<Failure> unreadableAnswers() {
    return Stream.of(
        Failure.of(StatusReason.PROVIDER_ERROR, Fault.of(FaultKind.HTML_200)),
        Failure.of(StatusReason.PROVIDER_ERROR, Fault.of(FaultKind.MALFORMED)),
        Failure.text("an empty body", text -> ""),
        Failure.text("only blanks", text -> " \r\n\t"),
        Failure.text("an array", text -> "[" + text + "]"),
        Failure.text("a string", text -> Json.PROVIDER.createValue(text).toString()),
        Failure.text("null", text -> "null"),
        Failure.text("nested without end", text -> "{\"a\":" + "[".repeat(20_000)),
        Failure.text("an empty object", text -> "{}"),
        Failure.text("all but the last brace", text -> text.substring(0, text.length() - 1)),
        Failure.text("no access token", without("access_token")),
        Failure.text("an access token of null", with("access_token", JsonValue.NULL)),
        Failure.text("an access token of []", with("access_token", JsonValue.EMPTY_JSON_ARRAY)),
        Failure.text("an empty access token", with("access_token", text(""))),
        Failure.text("an access token of two lines", with("access_token", text("eyJx\neyJy"))),
        Failure.text("an access token of 10 kB", with("access_token", text(longText(10_000)))),
        Failure.text("an access token of 1 MB", with("access_token", text(longText(1_000_000)))),
        Failure.text("a refresh token of 10 kB", with("refresh_token", text(longText(10_000)))));
  }

  @ParameterizedTest
  @MethodSource({"silences", "refusals", "unreadableAnswers"})
  void afterwardsTheOldTokenIsUsedAndNothingIsLostOrTold(Failure failure) {
    String old = token();
    long generation = bench.stored("hanna").generation();
    later(Duration.ofMinutes(30));
    try (LoggedMessages log = new LoggedMessages()) {
      failure.strike().accept(simulator, bench);
      View view = renewed(generation);

      assertThat(status().state()).isEqualTo(ConnectionState.PROVIDER_DOWN);
      assertThat(status().reason()).isEqualTo(failure.reason());
      assertThat(tokenCalls()).as("nothing is sent twice").isEqualTo(1);
      assertThat(log.all()).hasSize(1);
      QuickBooksException failed = Objects.requireNonNull(view.trouble()).failure();
      assertThat(printed(failed) + log.all() + status())
          .doesNotContain("RT1-", "eyJ", "sim-secret");
      assertThat(token()).isEqualTo(old);
    }
    simulator.faults().clear();
    bench.keys.set("quickbooks.http.read-timeout", "PT10S");
    later(Duration.ofHours(2));
    assertThat(bench.connector.connection("hanna").accounting().companyInfo().companyName())
        .isEqualTo("Harbor Street Bakery");
    assertThat(status().isConnected()).isTrue();
    assertThat(bench.stored("hanna").generation()).isGreaterThan(generation);
    assertThat(bench.events).noneMatch(event -> event instanceof ReconnectRequired);
  }

  private View renewed(long generation) {
    return bench.renewals.renew(bench.lifecycle.known("hanna"), generation).join();
  }

  private void later(Duration time) {
    simulator.clock().advance(time);
  }

  private long tokenCalls() {
    return simulator.requests().count(EndpointKind.TOKEN);
  }

  private ConnectionStatus status() {
    return bench.connector.connection("hanna").status();
  }

  private String token() {
    return bench.calls.call("hanna", Evidence.CALL, (grant, id) -> grant.accessToken().reveal());
  }

  /** All that an application can print of a failure. */
  private static String printed(QuickBooksException failure) {
    StringWriter out = new StringWriter();
    failure.printStackTrace(new PrintWriter(out));
    return out + " " + failure.content() + " " + failure.userMessage();
  }
}
