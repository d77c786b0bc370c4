package io.github.qbconnector.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that are written down once. */
interface ValuePromises extends Promises {

  /** Far enough from now for no store to forget what expires then. */
  private static Instant inAnHour() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(3_600);
  }

  @Test
  default void aValueIsWrittenOnceAndReadOften() {
    Instant expires = inAnHour();
    assertThat(store().putOnce("flow", "first", expires)).isTrue();
    assertThat(store().putOnce("flow", "second", expires.plusSeconds(60))).isFalse();
    assertThat(nodes().second().putOnce("flow", "third", expires)).isFalse();
    assertThat(store().get("flow", Instant.now())).contains("first");
    assertThat(nodes().second().get("flow", Instant.now())).contains("first");
  }

  @Test
  default void aValueThatNobodyWroteIsEmpty() {
    assertThat(store().putOnce("flow", "value", inAnHour())).isTrue();
    assertThat(store().get("flow-2", Instant.now())).isEmpty();
  }

  @Test
  default void theLongestValueIsReadWhole() {
    String name = "n".repeat(80);
    String value = "Bäckerei Söhne 🥖 ".repeat(500).substring(0, 8_000);
    assertThat(store().putOnce(name, value, inAnHour())).isTrue();
    assertThat(nodes().second().get(name, Instant.now())).contains(value);
  }

  @Test
  default void namesThatDifferOnlyInCaseAreDifferentNames() {
    assertThat(store().putOnce("flow-aB", "one", inAnHour())).isTrue();
    assertThat(store().get("flow-Ab", Instant.now())).isEmpty();
    assertThat(store().putOnce("flow-Ab", "two", inAnHour())).isTrue();
    assertThat(store().get("flow-aB", Instant.now())).contains("one");
    assertThat(store().get("flow-Ab", Instant.now())).contains("two");
  }

  @Test
  default void aValueIsReadUntilItExpires() {
    Instant expires = inAnHour();
    assertThat(store().putOnce("flow", "value", expires)).isTrue();
    assertThat(store().get("flow", expires.minusMillis(1))).contains("value");
    assertThat(store().get("flow", expires)).isEmpty();
    assertThat(store().get("flow", expires.plusSeconds(1))).isEmpty();
  }

  @Test
  default void whatHasNotExpiredIsNeverSweptAway() {
    Instant expires = inAnHour();
    store().sweep(expires);
    assertThat(store().putOnce("kept", "value", expires)).isTrue();
    for (int i = 0; i < 20; i++) {
      assertThat(store().putOnce("expired " + i, "old", expires.minusMillis(1 + i))).isTrue();
    }
    store().sweep(expires.minusMillis(1));
    assertThat(nodes().second().get("kept", expires.minusMillis(1))).contains("value");
    assertThat(store().putOnce("kept", "other", expires)).isFalse();
    assertThat(store().get("expired 0", expires.minusMillis(1))).isEmpty();
  }

  @Test
  default void writingAValueDownSweepsNothingAway() {
    Instant expires = inAnHour();
    assertThat(store().putOnce("kept", "value", expires)).isTrue();
    assertThat(store().putOnce("expired", "old", Instant.now().minusSeconds(7_200))).isTrue();
    assertThat(store().putOnce("later", "new", expires.plusSeconds(3_600))).isTrue();
    assertThat(store().get("kept", Instant.now())).contains("value");
    assertThat(store().get("expired", Instant.now())).isEmpty();
  }

  @Test
  default void ofManyWritersOfOneNameOneIsTheFirst() throws Exception {
    for (int round = 0; round < 20; round++) {
      String name = "flow " + round;
      Instant expires = inAnHour();
      List<Boolean> first = Race.run(r -> nodes().of(r).putOnce(name, "by " + r, expires));
      assertThat(Collections.frequency(first, true)).isEqualTo(1);
      assertThat(store().get(name, Instant.now())).contains("by " + first.indexOf(true));
    }
  }

  @Test
  default void valuesAndLeasesOfOneNameHaveNothingToDoWithEachOther() {
    assertThat(store().putOnce("name", "value", inAnHour())).isTrue();
    assertThat(store().lease("name", "holder", LeasePromises.LONG)).isTrue();
    store().release("name", "holder");
    assertThat(store().get("name", Instant.now())).contains("value");
  }
}
