package io.github.qbconnector.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.spi.ConnectionStore;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Leases, by the store's own time. */
interface LeasePromises extends Promises {
  /** Longer than any test runs. */
  Duration LONG = Duration.ofMinutes(10);

  Duration SHORT = Duration.ofSeconds(2);

  /** A store may count in whole seconds. */
  Duration UNTIL_IT_IS_OVER = SHORT.plusMillis(1_100);

  @Test
  default void aLeaseIsHeldByOne() {
    assertThat(store().lease("refresh", "one", LONG)).isTrue();
    assertThat(store().lease("refresh", "two", LONG)).isFalse();
    assertThat(nodes().second().lease("refresh", "three", SHORT)).isFalse();
  }

  @Test
  default void aLeaseThatIsGivenBackCanBeTakenAtOnce() {
    assertThat(store().lease("refresh", "one", LONG)).isTrue();
    store().release("refresh", "one");
    assertThat(nodes().second().lease("refresh", "two", LONG)).isTrue();
    assertThat(store().lease("refresh", "three", LONG)).isFalse();
  }

  @Test
  default void onlyItsHolderGivesALeaseBack() {
    assertThat(store().lease("refresh", "one", LONG)).isTrue();
    store().release("refresh", "two");
    nodes().second().release("refresh", "ONE");
    store().release("other", "one");
    assertThat(store().lease("refresh", "two", LONG)).isFalse();
  }

  @Test
  default void aLeaseThatNobodyHoldsIsGivenBackInVain() {
    store().release("refresh", "one");
    assertThat(store().lease("refresh", "one", LONG)).isTrue();
    store().release("refresh", "one");
    store().release("refresh", "one");
    assertThat(store().lease("refresh", "two", LONG)).isTrue();
  }

  @Test
  default void leasesOfOtherNamesAreOtherLeases() {
    String longest = "n".repeat(79);
    List<String> names = List.of("refresh", "Refresh", "refresh-2", longest + "a", longest + "b");
    assertThat(names).allMatch(name -> store().lease(name, "h".repeat(40), LONG));
    assertThat(names).noneMatch(name -> nodes().second().lease(name, "two", LONG));
  }

  @Test
  default void aLeaseRunsOutAndNotBefore() throws Exception {
    assertThat(store().lease("short", "one", SHORT)).isTrue();
    assertThat(store().lease("long", "one", LONG)).isTrue();
    nodes().letPass(UNTIL_IT_IS_OVER);
    assertThat(nodes().second().lease("long", "two", LONG)).isFalse();
    assertThat(nodes().second().lease("short", "two", LONG)).isTrue();
    assertThat(store().lease("short", "three", LONG)).isFalse();
  }

  @Test
  default void aLateReleaseDoesNotEndTheSuccessorsLease() throws Exception {
    assertThat(store().lease("refresh", "one", SHORT)).isTrue();
    nodes().letPass(UNTIL_IT_IS_OVER);
    assertThat(nodes().second().lease("refresh", "two", LONG)).isTrue();
    store().release("refresh", "one");
    assertThat(store().lease("refresh", "three", LONG)).isFalse();
  }

  @Test
  default void aNodeWhoseClockIsAheadTakesNobodysLeaseAndHoldsNoneTooLong() throws Exception {
    ConnectionStore ahead = nodes().withClockOff(Duration.ofHours(1));
    assertThat(store().lease("of another", "one", LONG)).isTrue();
    assertThat(ahead.lease("of another", "two", LONG)).isFalse();
    assertThat(ahead.lease("its own", "two", SHORT)).isTrue();
    nodes().letPass(UNTIL_IT_IS_OVER);
    assertThat(store().lease("its own", "one", LONG)).isTrue();
  }

  @Test
  default void aNodeWhoseClockIsBehindKeepsItsLeaseAndSucceedsOthers() throws Exception {
    ConnectionStore behind = nodes().withClockOff(Duration.ofHours(-1));
    assertThat(behind.lease("its own", "two", LONG)).isTrue();
    assertThat(store().lease("its own", "one", LONG)).isFalse();
    assertThat(store().lease("of another", "one", SHORT)).isTrue();
    nodes().letPass(UNTIL_IT_IS_OVER);
    assertThat(behind.lease("of another", "two", LONG)).isTrue();
  }

  @Test
  default void ofManyAtOnceOneTakesALease() throws Exception {
    for (int round = 0; round < 20; round++) {
      String name = "refresh " + round;
      List<Boolean> taken = Race.run(r -> nodes().of(r).lease(name, "holder " + r, LONG));
      assertThat(Collections.frequency(taken, true)).isEqualTo(1);
      nodes().second().release(name, "holder " + taken.indexOf(true));
      List<Boolean> again = Race.run(r -> nodes().of(r).lease(name, "again " + r, LONG));
      assertThat(Collections.frequency(again, true)).isEqualTo(1);
    }
  }

  @Test
  default void ofManyAtOnceOneSucceedsAHolderThatDied() throws Exception {
    for (int round = 0; round < 10; round++) {
      assertThat(store().lease("refresh " + round, "dead", SHORT)).isTrue();
    }
    nodes().letPass(UNTIL_IT_IS_OVER);
    for (int round = 0; round < 10; round++) {
      String name = "refresh " + round;
      List<Boolean> taken = Race.run(r -> nodes().of(r).lease(name, "holder " + r, LONG));
      assertThat(Collections.frequency(taken, true)).isEqualTo(1);
    }
  }

  @Test
  default void noTwoHoldALeaseAtATime() throws Exception {
    AtomicInteger holding = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Integer> taken =
        Race.run(
            r -> {
              int successes = 0;
              for (int attempt = 0; attempt < 30; attempt++) {
                String holder = r + " " + attempt;
                if (nodes().of(r).lease("refresh", holder, LONG)) {
                  successes++;
                  most.accumulateAndGet(holding.incrementAndGet(), Math::max);
                  holding.decrementAndGet();
                  nodes().of(r).release("refresh", holder);
                }
              }
              return successes;
            });
    assertThat(most).hasValue(1);
    assertThat(taken.stream().mapToInt(Integer::intValue).sum()).isPositive();
  }
}
