package io.github.qbconnector.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.Evidence;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.error.ReconnectRequiredException;
import io.github.qbconnector.event.ReconnectRequired;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.intuit.Rotation;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How long the token endpoint is left alone after it has failed. */
@ExtendWith(SimulatorExtension.class)
@Timeout(60)
class TokenEndpointPauseTest {
  private static final Duration STEP = Duration.ofSeconds(5);

  private final QuickBooksSimulator simulator;
  private final Bench bench;

  TokenEndpointPauseTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.bench = new Bench(simulator, Map.of());
  }

  @BeforeEach
  void connect() {
    bench.connect("hanna", Bench.REALM);
    simulator.requests().clear();
    bench.events.clear();
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

  static Stream<Arguments> pauses() {
    return Stream.of(
        Arguments.of(Fault.throttle(), Duration.ofMinutes(1)),
        Arguments.of(Fault.throttle(Duration.ofMinutes(2)), Duration.ofMinutes(2)),
        Arguments.of(Fault.throttle(Duration.ofMinutes(20)), Duration.ofMinutes(20)));
  }

  @ParameterizedTest
  @MethodSource("pauses")
  void whatIntuitAsksToWaitIsWaitedByCallersAndTheGateAndNotLonger(Fault fault, Duration pause) {
    later(Duration.ofHours(2));
    simulator.faults().add(fault.on(EndpointKind.TOKEN).once());
    // What is left is for the time that the test itself takes.
    for (Duration passed = Duration.ZERO;
        passed.compareTo(pause.minusSeconds(30)) < 0;
        passed = passed.plus(STEP)) {
      assertThatThrownBy(this::token)
          .isInstanceOfSatisfying(
              ProviderUnavailableException.class, e -> assertThat(e.retryAfter()).contains(pause));
      assertThat(bench.decide("hanna").passes()).as("its evidence is not too old").isTrue();
      later(STEP);
    }
    assertThat(tokenCalls()).isEqualTo(1);
    assertThat(bench.connector.connection("hanna").status().reason())
        .isEqualTo(StatusReason.THROTTLED);
    later(Duration.ofSeconds(31));
    assertThat(token()).isNotEmpty();
    assertThat(tokenCalls()).isEqualTo(2);
  }

  @Test
  void aPauseIsWaitedThoughCallsWithTheOldTokenGoOn() {
    simulator.faults().add(Fault.throttle(Duration.ofMinutes(2)).on(EndpointKind.TOKEN).once());
    later(Duration.ofMinutes(56));
    for (int call = 0; call < 18; call++) {
      call();
      assertThat(tokenCalls()).isEqualTo(1);
      later(STEP);
    }
    later(Duration.ofSeconds(31));
    call();
    assertThat(tokenCalls()).isEqualTo(2);
  }

  /** What it sets off behind it ends. */
  private void call() {
    assertThat(bench.connector.connection("hanna").accounting().companyInfo().companyName())
        .isEqualTo("Harbor Street Bakery");
    Flight flight = bench.lifecycle.known("hanna").flight.get();
    if (flight != null) {
      View unused = flight.join();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"DROP_AFTER_SEND", "MALFORMED"})
  void aTokenThatWasRotatedAndLostForGoodCostsOneMoreCallAndOneReconnect(FaultKind kind) {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE).grace(Duration.ZERO);
    later(Duration.ofHours(2));
    simulator.faults().add(Fault.of(kind).on(EndpointKind.TOKEN).once());
    assertThatThrownBy(this::token).isInstanceOf(ProviderUnavailableException.class);
    for (int attempt = 0; attempt < 10; attempt++) {
      later(Duration.ofMinutes(5));
      assertThatThrownBy(this::token).isInstanceOf(ReconnectRequiredException.class);
    }
    assertThat(tokenCalls()).isEqualTo(2);
    assertThat(bench.events).filteredOn(e -> e instanceof ReconnectRequired).hasSize(1);
    assertThat(bench.stored("hanna").grant()).as("nothing is deleted").isNotNull();
    bench.connect("hanna", Bench.REALM);
    assertThat(bench.connector.connection("hanna").status().state())
        .isEqualTo(ConnectionState.CONNECTED);
  }
}
