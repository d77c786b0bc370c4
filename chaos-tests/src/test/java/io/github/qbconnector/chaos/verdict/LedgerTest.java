package io.github.qbconnector.chaos.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.chaos.verdict.Event.Cause;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.core.LoggedRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final Ledger ledger = new Ledger(line -> {});

  @BeforeEach
  void oneConnection() {
    ledger.adopting("owner", "1");
    ledger.handled(refresh(200, null), true, false);
    ledger.written("1", 70);
    ledger.adopted("1", true);
  }

  private static LoggedRequest refresh(int status, @Nullable FaultKind fault) {
    return request(EndpointKind.TOKEN, status, fault);
  }

  private static LoggedRequest request(
      EndpointKind endpoint, int status, @Nullable FaultKind fault) {
    return new LoggedRequest(
        1,
        Instant.EPOCH,
        endpoint,
        "POST",
        "/",
        Optional.of("refresh_token"),
        Optional.of("1"),
        status,
        false,
        "tid",
        Optional.of("presented"),
        status == 200 ? Optional.of("issued") : Optional.empty(),
        status == 200,
        fault == FaultKind.DROP_AFTER_SEND,
        Optional.ofNullable(fault),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Verdict verdict(boolean alive) {
    return ledger.close(owner -> alive);
  }

  @Test
  void whatHappensDuringTheAdoptionDoesNotCount() {
    assertThat(verdict(true).calls()).isZero();
    assertThat(ledger.refreshes()).isZero();
  }

  @Test
  void aConnectionThatWasNeverMadeIsNotLost() {
    ledger.adopting("another", "2");
    ledger.adopted("2", false);

    assertThat(verdict(true).connections()).isEqualTo(1);
  }

  @Test
  void onlyANewGenerationIsARefresh() {
    ledger.handled(refresh(200, null), true, false);
    ledger.written("1", 71);
    ledger.written("1", 71);

    assertThat(ledger.refreshes()).isEqualTo(1);
    assertThat(verdict(true).isGood()).isTrue();
  }

  @Test
  void anEndThatIsWrittenDownIsNoCommit() {
    ledger.handled(refresh(200, FaultKind.DROP_AFTER_SEND), true, false);
    ledger.handled(refresh(400, null), true, false);
    ledger.written("1", 70);

    assertThat(verdict(false).unavoidable()).isEqualTo(1);
  }

  @Test
  void aRefusalThatIsCutIsWorthAnotherCall() {
    ledger.handled(refresh(400, FaultKind.DROP_AFTER_SEND), true, false);
    ledger.handled(refresh(400, null), true, false);

    assertThat(verdict(false).doubled()).isZero();
  }

  @Test
  void aNodeThatDiesBetweenTheAnswerAndTheCommitTakesTheTokenWithIt() {
    ledger.handled(refresh(200, null), true, false);
    ledger.struck("1", Cause.NODE_KILLED);
    ledger.handled(refresh(400, null), true, false);

    assertThat(verdict(false).unavoidable()).isEqualTo(1);
  }

  @Test
  void anAnswerThatNobodyWaitsForAnyMoreIsCut() {
    ledger.handled(refresh(200, null), false, false);
    ledger.handled(refresh(400, null), true, false);

    assertThat(verdict(false).unavoidable()).isEqualTo(1);
  }

  @Test
  void aRequestThatAStoppedNodeSendsLateIsNoProofOfAStaleToken() {
    ledger.handled(request(EndpointKind.ACCOUNTING, 401, null), true, true);

    assertThat(verdict(true).staleTokens()).isZero();
  }

  @Test
  void anAccessTokenThatTheProviderRefusesIsStale() {
    ledger.handled(request(EndpointKind.ACCOUNTING, 401, null), true, false);

    assertThat(verdict(true).staleTokens()).isEqualTo(1);
  }
}
