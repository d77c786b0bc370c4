package io.github.qbconnector.impl.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.Secret;
import io.github.qbconnector.error.MisconfiguredException;
import io.github.qbconnector.error.OutcomeUnknownException;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.error.ReconnectRequiredException;
import io.github.qbconnector.error.RequestRejectedException;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.online.MigratedConnection;
import io.github.qbconnector.online.OAuth1Token;
import io.github.qbconnector.online.OnlineConnection;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A token of OAuth 1.0a on its way to a connection. */
@ExtendWith(SimulatorExtension.class)
class TokenMigrationTest {
  private static final OAuth1Token OLD =
      token("sim-oauth1-consumer-secret", "sim-oauth1-token", "sim-oauth1-token-secret");

  private final QuickBooksSimulator simulator;
  private final Bench bench;

  TokenMigrationTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.bench = new Bench(simulator, Map.of("quickbooks.online.scopes", "accounting,openid"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static OAuth1Token token(String consumerSecret, String token, String tokenSecret) {
    return new OAuth1Token(
        "sim-oauth1-consumer", Secret.of(consumerSecret), Secret.of(token), Secret.of(tokenSecret));
  }

  @Test
  void aMigratedTokenBecomesAConnectionWithoutTheUser() {
    MigratedConnection migrated = bench.oauth.migrate(OLD);

    OnlineConnection connection =
        bench.connector.adopt("hanna", migrated.realmId(), migrated.tokens().refreshToken());

    assertThat(migrated.realmId()).isEqualTo(Bench.REALM);
    assertThat(connection.status().state()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(connection.ping().state()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(connection.details().companyId()).isEqualTo(Bench.REALM);
  }

  @Test
  void theTokensAreThoseOfAnExchangeAndTheTextShowsNone() {
    MigratedConnection migrated = bench.oauth.migrate(OLD);

    assertThat(migrated.tokens().accessTokenExpiresAt())
        .isAfter(simulator.clock().instant().plusSeconds(3_500));
    assertThat(migrated.tokens().refreshTokenExpiresAt())
        .isAfter(simulator.clock().instant().plus(Duration.ofDays(100)));
    assertThat(migrated.tokens().idToken()).isPresent();
    assertThat(migrated.tokens().requestId()).isPresent();
    assertThat(migrated.toString()).contains(Bench.REALM).doesNotContain("RT1-", "eyJ");
    assertThat(OLD.toString())
        .contains("sim-oauth1-consumer")
        .doesNotContain("sim-oauth1-token", "-secret");
  }

  @Test
  void otherScopesThanTheConfiguredOnesMayBeWanted() {
    bench.oauth.migrate(OLD, List.of("accounting", "com.intuit.quickbooks.payment"));
    assertThat(simulator.intuit().grants().list().get(0).scopes())
        .containsExactly("com.intuit.quickbooks.accounting", "com.intuit.quickbooks.payment");
  }

  @Test
  void manyMigrationsWithinASecondDoNotDisturbEachOther() {
    for (int i = 0; i < 20; i++) {
      bench.oauth.migrate(OLD);
    }
    assertThat(simulator.intuit().grants().list()).hasSize(20);
  }

  @Test
  void anInterruptDoesNotLoseTheTokens() {
    Thread.currentThread().interrupt();
    try {
      assertThat(bench.oauth.migrate(OLD).realmId()).isEqualTo(Bench.REALM);
    } finally {
      assertThat(Thread.interrupted()).as("the interrupt is still there").isTrue();
    }
  }

  @Test
  void migratingReadsNoDiscoveryDocument() {
    bench.oauth.migrate(OLD);
    assertThat(simulator.requests().count(EndpointKind.ANY)).isEqualTo(1);
  }

  @Test
  void secretsWithSignsOfTheirOwnAreSignedRight() {
    simulator
        .intuit()
        .legacyTokens()
        .add("key & + =", "s%cret/1", "tök en+", "sec&ret=~*", Bench.OTHER_REALM);
    OAuth1Token odd =
        new OAuth1Token(
            "key & + =", Secret.of("s%cret/1"), Secret.of("tök en+"), Secret.of("sec&ret=~*"));
    assertThat(bench.oauth.migrate(odd).realmId()).isEqualTo(Bench.OTHER_REALM);
  }

  @Test
  void aTokenThatHasEndedNeedsItsUser() {
    simulator.intuit().legacyTokens().remove("sim-oauth1-token");
    ReconnectRequiredException failure =
        catchThrowableOfType(ReconnectRequiredException.class, () -> bench.oauth.migrate(OLD));
    assertThat(failure.providerCode()).contains("token_rejected");
    assertThat(failure.httpStatus()).contains(401);
    assertThat(failure.requestId()).isPresent();
    assertThat(failure.code()).isEqualTo("QBC0201");
  }

  @Test
  void aWrongSecretIsTheCallersMistakeAndIsNotShown() {
    RequestRejectedException failure =
        catchThrowableOfType(
            RequestRejectedException.class,
            () ->
                bench.oauth.migrate(
                    token("sim-oauth1-consumer-secret", "sim-oauth1-token", "WRONG-SECRET")));
    assertThat(failure.providerCode()).contains("signature_invalid");
    assertThat(failure.faults()).singleElement().extracting("code").isEqualTo("signature_invalid");
    assertThat(failure)
        .hasMessageContaining("consumer secret")
        .hasMessageNotContaining("WRONG-SECRET");
    assertThat(failure.content()).isPresent();
  }

  @Test
  void aRefusedClientIsOperationsMatter() {
    bench.keys.set("quickbooks.online.client-secret", "wrong");
    simulator.clock().advance(Duration.ofSeconds(2));
    assertThatThrownBy(() -> bench.oauth.migrate(OLD))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("client-secret");
  }

  @Test
  void anUnknownScopeIsRefused() {
    assertThatThrownBy(() -> bench.oauth.migrate(OLD, List.of("no.such.scope")))
        .isInstanceOfSatisfying(
            RequestRejectedException.class,
            e -> assertThat(e.providerCode()).contains("invalid_scope"));
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"STATUS", "THROTTLE", "MALFORMED", "HTML_200", "FAULT_200"})
  void anOutageIsAnOutage(FaultKind kind) {
    simulator.faults().add(Fault.of(kind).on(EndpointKind.MIGRATE));
    assertThatThrownBy(() -> bench.oauth.migrate(OLD))
        .isInstanceOf(ProviderUnavailableException.class);
  }

  @Test
  void aLostOrEndlessAnswerLeavesTheOutcomeOpenAndIsNotRepeated() {
    simulator.faults().add(Fault.of(FaultKind.DROP_AFTER_SEND).on(EndpointKind.MIGRATE).once());
    assertThatThrownBy(() -> bench.oauth.migrate(OLD))
        .isInstanceOfSatisfying(
            OutcomeUnknownException.class, e -> assertThat(e.code()).isEqualTo("QBC0209"));
    assertThat(simulator.requests().count(EndpointKind.MIGRATE)).isEqualTo(1);

    simulator.faults().add(Fault.huge(100_000).on(EndpointKind.MIGRATE).once());
    assertThatThrownBy(() -> bench.oauth.migrate(OLD)).isInstanceOf(OutcomeUnknownException.class);

    assertThat(bench.oauth.migrate(OLD).realmId()).isEqualTo(Bench.REALM);
  }
}
