package io.github.qbconnector.chaos.verdict;

import static io.github.qbconnector.chaos.verdict.Event.Cause.DATABASE;
import static io.github.qbconnector.chaos.verdict.Event.Cause.NODE_KILLED;
import static io.github.qbconnector.chaos.verdict.Event.Cause.NODE_STOPPED;
import static io.github.qbconnector.chaos.verdict.Event.Fate.ANSWERED;
import static io.github.qbconnector.chaos.verdict.Event.Fate.CUT;
import static io.github.qbconnector.chaos.verdict.Event.Fate.REFUSED;
import static io.github.qbconnector.chaos.verdict.Event.Fate.SPOILT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.chaos.verdict.Event.Call;
import io.github.qbconnector.chaos.verdict.Event.Commit;
import io.github.qbconnector.chaos.verdict.Event.Struck;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Call ROTATED = new Call(ANSWERED, true);
  private static final Call SAME_VALUE = new Call(ANSWERED, false);
  private static final Call CUT_OFF = new Call(CUT, true);
  private static final Call REFUSAL = new Call(REFUSED, false);

  private static Verdict alive(Event... events) {
    return Verdict.of(List.of(new History("owner", "1", List.of(events), true)), 0);
  }

  private static Verdict dead(Event... events) {
    return Verdict.of(List.of(new History("owner", "1", List.of(events), false)), 0);
  }

  private static Commit commit(long generation) {
    return new Commit(generation);
  }

  @Test
  void aCallForEachCommitIsGood() {
    Verdict verdict = alive(ROTATED, commit(1), SAME_VALUE, commit(2), ROTATED, commit(3));

    assertThat(verdict.isGood()).isTrue();
    assertThat(verdict.refreshes()).isEqualTo(3);
    assertThat(verdict.calls()).isEqualTo(3);
  }

  @Test
  void aConnectionThatDiesWhileNothingWasDoneToItIsLost() {
    Verdict verdict = dead(ROTATED, commit(1), ROTATED, commit(2), REFUSAL);

    assertThat(verdict.lost()).isEqualTo(1);
    assertThat(verdict.unavoidable()).isZero();
    assertThat(verdict.findings()).anyMatch(finding -> finding.startsWith("LOST owner (1)"));
  }

  @Test
  void aTokenWhoseAnswerWasCutIsBeyondSaving() {
    Verdict verdict = dead(ROTATED, commit(1), CUT_OFF, REFUSAL);

    assertThat(verdict.unavoidable()).isEqualTo(1);
    assertThat(verdict.lost()).isZero();
    assertThat(verdict.doubled()).isZero();
    assertThat(verdict.isGood()).isTrue();
  }

  @Test
  void aTokenThatDiedWithItsNodeBeforeTheCommitIsBeyondSaving() {
    Verdict verdict = dead(ROTATED, new Struck(NODE_KILLED), REFUSAL);

    assertThat(verdict.unavoidable()).isEqualTo(1);
    assertThat(verdict.fatalStrikes()).isEqualTo(1);
    assertThat(verdict.isGood()).isTrue();
  }

  @Test
  void aTokenThatWasWrittenDownBeforeItsNodeDiedIsNotBeyondSaving() {
    assertThat(dead(ROTATED, commit(1), new Struck(NODE_KILLED), REFUSAL).lost()).isEqualTo(1);
  }

  @Test
  void aCutThatRotatedNothingExcusesNoLoss() {
    assertThat(dead(new Call(CUT, false), REFUSAL).lost()).isEqualTo(1);
  }

  @Test
  void aNodeThatOnlyStoodStillExcusesNoLoss() {
    assertThat(dead(ROTATED, new Struck(NODE_STOPPED), REFUSAL).lost()).isEqualTo(1);
  }

  @Test
  void aDatabaseThatWasAwayExcusesNoLoss() {
    assertThat(dead(ROTATED, new Struck(DATABASE), REFUSAL).lost()).isEqualTo(1);
  }

  @Test
  void anOldStrikeExcusesNoLaterLoss() {
    Verdict verdict =
        dead(ROTATED, new Struck(NODE_KILLED), SAME_VALUE, commit(1), ROTATED, REFUSAL);

    assertThat(verdict.lost()).isEqualTo(1);
  }

  @Test
  void twoCallsForOneCommitAreDoubled() {
    Verdict verdict = alive(SAME_VALUE, SAME_VALUE, commit(1));

    assertThat(verdict.doubled()).isEqualTo(1);
    assertThat(verdict.findings()).anyMatch(finding -> finding.startsWith("DOUBLED 1 owner (1)"));
  }

  @Test
  void aSecondCallWithATokenThatIsRotatedAlreadyIsDoubled() {
    assertThat(alive(ROTATED, REFUSAL, commit(1)).doubled()).isEqualTo(1);
  }

  @Test
  void aFaultExcusesOneCallAndNoMore() {
    Call spoilt = new Call(SPOILT, false);

    assertThat(alive(spoilt, ROTATED, commit(1)).doubled()).isZero();
    assertThat(alive(spoilt, ROTATED, commit(1)).excused()).isEqualTo(1);
    assertThat(alive(spoilt, ROTATED, REFUSAL, commit(1)).doubled()).isEqualTo(1);
  }

  @Test
  void whatAStoppedNodeStillHadToSayIsExcusedWhenItGoesOn() {
    Verdict verdict =
        alive(new Struck(NODE_STOPPED), ROTATED, commit(1), ROTATED, commit(2), REFUSAL);

    assertThat(verdict.doubled()).isZero();
    assertThat(verdict.excused()).isEqualTo(1);
  }

  @Test
  void aRefusedAccessTokenFailsTheRun() {
    assertThat(Verdict.of(List.of(), 1).isGood()).isFalse();
  }
}
