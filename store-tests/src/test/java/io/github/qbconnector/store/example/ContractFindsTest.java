package io.github.qbconnector.store.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;

/** The suite can fail: it finds the mistakes that stores are made with. */
class ContractFindsTest {

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(FaultyStores.ReadsThenWrites.class, "noWriteIsLostThatWasReportedAsDone"),
        Arguments.of(FaultyStores.ReadsThenWrites.class, "ofManyReplacementsOfOneRevisionOneWins"),
        Arguments.of(FaultyStores.ReadsThenWrites.class, "aReplacementReplacesAllButTheEvidence"),
        Arguments.of(FaultyStores.OverwritesOnInsert.class, "aSecondInsertOfAnIdChangesNothing"),
        Arguments.of(
            FaultyStores.IgnoresCaseOfOwners.class,
            "ownersThatDifferOnlyInCaseOrBlanksOrAccentsHaveTheirOwnRecords"),
        Arguments.of(FaultyStores.NotesWhateverComesLast.class, "olderEvidenceNeverReplacesNewer"),
        Arguments.of(
            FaultyStores.TellsOnlyOwnChanges.class,
            "whatOneNodeWritesAnotherIsToldAtItsNextQuestion"),
        Arguments.of(
            FaultyStores.TellsChangesByTheTimeTheyBegan.class, "noChangeIsMissedWhileOthersWrite"),
        Arguments.of(
            FaultyStores.LeasesByTheNodesClock.class,
            "aNodeWhoseClockIsAheadTakesNobodysLeaseAndHoldsNoneTooLong"),
        Arguments.of(
            FaultyStores.LeasesByTheNodesClock.class,
            "aNodeWhoseClockIsBehindKeepsItsLeaseAndSucceedsOthers"),
        Arguments.of(FaultyStores.AnybodyReleases.class, "onlyItsHolderGivesALeaseBack"),
        Arguments.of(FaultyStores.LeasesForGood.class, "aLeaseRunsOutAndNotBefore"),
        Arguments.of(FaultyStores.WritesValuesAgain.class, "aValueIsWrittenOnceAndReadOften"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsFoundByTheTestThatIsNamedAfterIt(
      Class<? extends FaultyStores.Run> mistake, String promise) {
    assertThat(run(selectMethod(mistake, promise)).failed()).containsExactly(promise);
  }

  @Test
  void everyPromiseIsTestedAndOneMistakeFailsNoOtherPart() {
    Outcome outcome = run(selectClass(FaultyStores.WritesValuesAgain.class));
    assertThat(outcome.tested()).hasSizeGreaterThan(50);
    assertThat(outcome.failed())
        .isSubsetOf(
            List.of(
                "aValueIsWrittenOnceAndReadOften",
                "ofManyWritersOfOneNameOneIsTheFirst",
                "whatHasNotExpiredIsNeverSweptAway"));
  }

  private record Outcome(Set<String> tested, Set<String> failed) {}

  private static Outcome run(DiscoverySelector selector) {
    Outcome outcome = new Outcome(new ConcurrentSkipListSet<>(), new ConcurrentSkipListSet<>());
    LauncherFactory.create()
        .execute(
            request().selectors(selector).build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                  String name = test.getDisplayName().replace("()", "");
                  outcome.tested().add(name);
                  if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    outcome.failed().add(name);
                  }
                }
              }
            });
    return outcome;
  }
}
