package io.github.qbconnector.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.event.ReconnectRequired;
import io.github.qbconnector.impl.json.Json;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.impl.vault.Grant;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.intuit.Rotation;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of the token endpoint that are not as they should be and have a token all the same. */
@ExtendWith(SimulatorExtension.class)
@Timeout(60)
class UnusualTokensTest {
  private final QuickBooksSimulator simulator;
  private final Bench bench;

  UnusualTokensTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.bench = new Bench(simulator, Map.of());
  }

  @BeforeEach
  void connectAndLetTheTokenRunOut() {
    bench.connect("hanna", Bench.REALM);
    simulator.requests().clear();
    later(Duration.ofHours(2));
  }

  @AfterEach
  void close() {
    simulator.faults().clear();
    bench.close();
  }

  private void later(Duration time) {
    simulator.clock().advance(time);
  }

  private long tokenCalls() {
    return simulator.requests().count(EndpointKind.TOKEN);
  }

  private String token() {
    return bench.calls.call("hanna", Evidence.CALL, (grant, id) -> grant.accessToken().reveal());
  }

  private Grant storedGrant() {
    return bench.stored("hanna").requireGrant();
  }

  private void assertThatTheConnectionGoesOn() {
    assertThat(bench.connector.connection("hanna").accounting().companyInfo().companyName())
        .isEqualTo("Harbor Street Bakery");
    assertThat(bench.connector.connection("hanna").status().isConnected()).isTrue();
    assertThat(bench.events).noneMatch(event -> event instanceof ReconnectRequired);
  }

  private static JsonValue text(String value) {
    return Json.PROVIDER.createValue(value);
  }

  private static JsonValue number(long value) {
    return Json.PROVIDER.createValue(value);
  }

  static Stream<Map.Entry<String, JsonValue>> members() {
    return Stream.of(
        Map.entry("refresh_token", JsonValue.NULL),
        Map.entry("token_type", text("mac")),
        Map.entry("token_type", JsonValue.NULL),
        Map.entry("expires_in", JsonValue.NULL),
        Map.entry("expires_in", text("3600")),
        Map.entry("expires_in", text("soon")),
        Map.entry("expires_in", Json.PROVIDER.createValue(3600.5)),
        Map.entry("expires_in", JsonValue.EMPTY_JSON_OBJECT),
        Map.entry("expires_in", number(999_999_999_999_999_999L)),
        Map.entry("expires_in", text("9".repeat(60))),
        Map.entry("x_refresh_token_expires_in", JsonValue.NULL),
        Map.entry("x_refresh_token_expires_in", text("never")),
        Map.entry("x_refresh_token_expires_in", number(-1)),
        Map.entry("x_refresh_token_expires_in", number(999_999_999_999_999_999L)),
        Map.entry("x_refresh_token_hard_expires_in", number(-1)),
        Map.entry("x_refresh_token_hard_expires_in", text("")),
        Map.entry("realmId", text("not the one that was asked for")),
        Map.entry("error", JsonValue.EMPTY_JSON_OBJECT),
        Map.entry("nested", Json.PROVIDER.createArrayBuilder().add(JsonValue.TRUE).build()));
  }

  @ParameterizedTest
  @MethodSource("members")
  void anAnswerWithAGoodAccessTokenIsTakenWhateverElseItSays(Map.Entry<String, JsonValue> member) {
    long generation = bench.stored("hanna").generation();
    bench.transport.rewriteNextAnswer(answer -> with(answer, member.getKey(), member.getValue()));
    assertThat(token()).isNotEmpty();
    assertThat(tokenCalls()).isEqualTo(1);
    assertThat(bench.stored("hanna").generation()).isEqualTo(generation + 1);
    assertThatTheConnectionGoesOn();
    later(Duration.ofHours(2));
    assertThatTheConnectionGoesOn();
    assertThat(tokenCalls()).as("once each time").isEqualTo(2);
  }

  private static String with(String answer, String member, JsonValue value) {
    JsonObject json = Json.object(answer).orElseThrow();
    return Json.write(
        value == JsonValue.NULL
            ? Json.PROVIDER.createObjectBuilder(json).remove(member).build()
            : Json.PROVIDER.createObjectBuilder(json).add(member, value).build());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, -3_600})
  void aTokenThatIsSaidToBeDeadAlreadyCostsOneMoreCallAtMost(long seconds) {
    bench.transport.rewriteNextAnswer(answer -> with(answer, "expires_in", number(seconds)));
    assertThatTheConnectionGoesOn();
    assertThat(tokenCalls()).isLessThanOrEqualTo(2);
  }

  @Test
  void noTokenIsBelievedToLiveForMoreThanTenYears() {
    bench.transport.rewriteNextAnswer(
        answer -> with(answer, "expires_in", number(999_999_999_999_999_999L)));
    assertThat(token()).isNotEmpty();
    assertThat(storedGrant().accessTokenExpiresAt())
        .isBefore(simulator.clock().instant().plus(Duration.ofDays(3_651)));
  }

  @Test
  void tokensAsLongAsIntuitMayMakeThemAreStoredWhole() {
    String access = "eyJ" + "x".repeat(4_093);
    String refresh = "RT1-" + "y".repeat(508);
    bench.transport.rewriteNextAnswer(
        answer -> with(with(answer, "access_token", text(access)), "refresh_token", text(refresh)));
    assertThat(token()).isEqualTo(access);
    assertThat(storedGrant().accessToken().reveal()).isEqualTo(access);
    assertThat(storedGrant().refreshToken().reveal()).isEqualTo(refresh);
  }

  @Test
  void aSlowAnswerIsWaitedFor() {
    simulator.faults().add(Fault.latency(Duration.ofMillis(600)).on(EndpointKind.TOKEN).once());
    assertThatTheConnectionGoesOn();
    assertThat(tokenCalls()).isEqualTo(1);
  }

  @Test
  void tokensThatAreDeadOnArrivalEachTimeAreNotAskedForByEveryCaller() {
    simulator.intuit().tokens().accessLifetime(Duration.ZERO);
    for (int caller = 0; caller < 10; caller++) {
      assertThatThrownBy(() -> bench.connector.connection("hanna").accounting().companyInfo())
          .isInstanceOf(QuickBooksException.class);
    }
    assertThat(tokenCalls()).isLessThan(10);
    simulator.intuit().tokens().accessLifetime(Duration.ofHours(1));
    later(Duration.ofHours(2));
    assertThatTheConnectionGoesOn();
  }

  /** There is no other refresh token than the one of the answer that is good for nothing else. */
  @ParameterizedTest
  @MethodSource("accessTokensOfNoUse")
  void aRefreshTokenIsKeptThoughTheAccessTokenBesideItIsOfNoUse(JsonValue accessToken) {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE).grace(Duration.ZERO);
    bench.transport.rewriteNextAnswer(answer -> with(answer, "access_token", accessToken));
    assertThatThrownBy(this::token)
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessageContaining("QBC0203");
    later(Duration.ofMinutes(3));
    assertThatTheConnectionGoesOn();
    assertThat(tokenCalls()).isEqualTo(2);
  }

  static Stream<JsonValue> accessTokensOfNoUse() {
    return Stream.of(
        JsonValue.NULL, text(""), text("two\nlines"), text("naïve"), text("x".repeat(10_000)));
  }
}
