package io.github.qbconnector.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.chaos.faults.Blow;
import io.github.qbconnector.chaos.faults.Point;
import io.github.qbconnector.chaos.faults.Strike;
import io.github.qbconnector.chaos.verdict.Verdict;
import io.github.qbconnector.simulator.intuit.Rotation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Servers are killed and stopped at every point of a refresh, the database restarts, the provider
 * has bad moments, and no connection dies of it. Where a safeguard is left out, it shows.
 */
class ChaosIT {
  private static final boolean SHORT = Boolean.getBoolean("chaos.short");
  private static final long REFRESHES = SHORT ? 1_000 : 10_000;
  private static final int OWNERS = SHORT ? 200 : 800;
  private static final Duration LIFE = Duration.ofSeconds(20);
  private static final Duration DAY = Duration.ofHours(24);

  /** Longer than a lease, which lasts 16 seconds: 6 for the call, 10 more. */
  private static final Duration STOP = Duration.ofSeconds(18);

  /** Where many call for few, so that they meet. */
  private static final Duration SHORT_LIFE = Duration.ofSeconds(4);

  private static final int FEW = 10;

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = new Stage(Stage.seed());
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void noConnectionIsLostOnTwoNodesWhenEveryUseRotatesTheToken() {
    List<Strike> strikes = SHORT ? killsAndTheStopsThatCount() : Strike.all();

    assertGood(
        stage.play(whole("twoNodes.everyUse", 2, Rotation.EVERY_USE, Duration.ZERO, strikes)));
  }

  /** A stop takes its time; at the other points it comes to the same. */
  private static List<Strike> killsAndTheStopsThatCount() {
    return Strike.all().stream()
        .filter(
            strike ->
                strike.blow() == Blow.KILL
                    || strike.point() == Point.LEASED
                    || isBetweenRotationAndCommit(strike))
        .toList();
  }

  private static boolean isBetweenRotationAndCommit(Strike strike) {
    return strike.point() == Point.ROTATED || strike.point() == Point.ANSWERED;
  }

  @Test
  @DisabledIfSystemProperty(named = "chaos.short", matches = "true")
  void noConnectionIsLostOnFourNodesWhenEveryUseRotatesTheToken() {
    assertGood(
        stage.play(
            whole("fourNodes.everyUse", 4, Rotation.EVERY_USE, Duration.ZERO, Strike.all())));
  }

  @Test
  @DisabledIfSystemProperty(named = "chaos.short", matches = "true")
  void noConnectionIsLostOnFourNodesByTheRuleOf24Hours() {
    assertGood(
        stage.play(whole("fourNodes.daily", 4, Rotation.DAILY, Duration.ZERO, Strike.all())));
  }

  @Test
  void nothingAtAllIsLostIfTheOldTokenWorksForADay() {
    List<Strike> strikes =
        Strike.all().stream()
            .filter(strike -> !SHORT || isBetweenRotationAndCommit(strike))
            .toList();
    Result result = stage.play(whole("twoNodes.grace", 2, Rotation.EVERY_USE, DAY, strikes));

    assertGood(result);
    assertThat(result.verdict().unavoidable()).isZero();
  }

  @Test
  void withoutTheLeaseTwoNodesDoubleRefreshes() {
    assertDoubled(stage.play(calm("mutant.noLease", Mutation.NO_LEASE, 2)));
  }

  @Test
  void withoutTheLeaseTheSingleFlightIsEnoughForOneNode() {
    Result result = stage.play(calm("control.oneNode", Mutation.NO_LEASE, 1));

    assertThat(result.verdict().findings()).isEmpty();
  }

  @Test
  void withoutTheSingleFlightOneNodeDoublesRefreshes() {
    assertDoubled(stage.play(calm("mutant.noFlight", Mutation.NO_LEASE_AND_NO_SINGLE_FLIGHT, 1)));
  }

  @Test
  @DisabledIfSystemProperty(named = "chaos.short", matches = "true")
  void anAnswerThatComesTooLateDoesNoHarm() {
    Result result = stage.play(lateAnswer("control.lateAnswer", Mutation.NONE));

    assertThat(result.verdict().findings()).isEmpty();
  }

  @Test
  void withoutTheGenerationRuleAnAnswerThatComesTooLateDoesHarm() {
    Verdict verdict =
        stage.play(lateAnswer("mutant.noGeneration", Mutation.NO_GENERATION_RULE)).verdict();

    assertThat(verdict.isGood()).isFalse();
    assertThat(verdict.lost()).isPositive();
  }

  private static Scenario whole(
      String name, int nodes, Rotation rotation, Duration grace, List<Strike> strikes) {
    return new Scenario(
        name,
        Mutation.NONE,
        nodes,
        rotation,
        LIFE,
        grace,
        STOP,
        OWNERS,
        grace.isZero() || !SHORT ? REFRESHES : REFRESHES / 2,
        strikes,
        true);
  }

  private static Scenario calm(String name, Mutation mutation, int nodes) {
    return new Scenario(
        name,
        mutation,
        nodes,
        Rotation.EVERY_USE,
        SHORT_LIFE,
        Duration.ZERO,
        STOP,
        FEW,
        50,
        List.of(),
        false);
  }

  /**
   * A node stands still with an answer in its hands while others refresh several times: the value
   * it has got then is long dead, and only its generation tells. The others are gone when it goes
   * on, or they would notice that the store was set back, and write it again.
   */
  private static Scenario lateAnswer(String name, Mutation mutation) {
    return new Scenario(
        name,
        mutation,
        2,
        Rotation.EVERY_USE,
        SHORT_LIFE,
        DAY,
        STOP.plus(SHORT_LIFE.multipliedBy(3)),
        FEW,
        1,
        List.of(new Strike(Point.ANSWERED, Blow.OUTLIVE)),
        false);
  }

  private static void assertGood(Result result) {
    assertThat(result.verdict().findings()).isEmpty();
    assertThat(result.verdict().refreshes()).isGreaterThanOrEqualTo(result.scenario().refreshes());
  }

  private static void assertDoubled(Result result) {
    assertThat(result.verdict().isGood()).isFalse();
    assertThat(result.verdict().doubled()).isPositive();
  }
}
