package io.github.qbconnector.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.spi.ConnectionRecord;
import io.github.qbconnector.spi.ConnectionStore;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Finding, inserting and replacing a record. */
interface RecordPromises extends Promises {
  Instant JUST_NOW = Instant.parse("2026-11-22T10:15:30.123Z");

  @Test
  default void whatIsInsertedIsFoundWhole() {
    ConnectionRecord record =
        RecordDraft.of("payroll", "Jürgen Großmann – 東京 🥐")
            .company("9341452000000001")
            .revision(1_795_342_530_123L)
            .content("{\"name\":\"Bäckerei “Söhne” & Ñandú 🥖\",\"sealed\":\"a|b\\\\c'd\"}")
            .due(JUST_NOW.plusSeconds(3_600))
            .seen(Evidence.TOKEN_REFRESH, JUST_NOW)
            .done();
    assertThat(store().insert(record)).isTrue();
    assertThat(store().find(record.id())).contains(record);
  }

  @Test
  default void aRecordWithNothingOptionalIsFoundWhole() {
    ConnectionRecord record = given(RecordDraft.of("hanna").noCompany());
    assertThat(store().find(record.id())).contains(record);
  }

  @Test
  default void theLongestValuesAreFoundWhole() {
    String name = "Bäckerei Söhne 🥖 ";
    ConnectionRecord record =
        RecordDraft.of("c".repeat(40), "ü".repeat(254) + "é")
            .company("7".repeat(64))
            .revision(Long.MAX_VALUE)
            .content(name + "x".repeat(ConnectionRecord.MAX_CONTENT - name.length()))
            .key("k".repeat(40))
            .done();
    assertThat(store().insert(record)).isTrue();
    assertThat(store().find(record.id())).contains(record);
    ConnectionRecord shorter = RecordDraft.of("hanna").done();
    assertThat(store().insert(shorter)).isTrue();
    ConnectionRecord longest =
        RecordDraft.after(shorter).content("y".repeat(ConnectionRecord.MAX_CONTENT)).done();
    assertThat(store().replace(longest, shorter.revision())).isTrue();
    assertThat(store().find(shorter.id())).contains(longest);
  }

  @Test
  default void aRecordThatIsNotThereIsEmpty() {
    given(RecordDraft.of("hanna"));
    assertThat(store().find(RecordDraft.id("default", "nora"))).isEmpty();
  }

  @Test
  default void ownersThatDifferOnlyInCaseOrBlanksOrAccentsHaveTheirOwnRecords() {
    List<ConnectionRecord> records =
        Stream.of("hanna", "Hanna", "HANNA", "hanna ", "hanna  ", " hanna", "hännä", "ha\u0308nna")
            .map(owner -> RecordDraft.of(owner).content("of '" + owner + "'").done())
            .toList();
    assertThat(records).allMatch(record -> store().insert(record));
    assertThat(records)
        .allSatisfy(record -> assertThat(store().find(record.id())).contains(record));
  }

  @Test
  default void aSecondInsertOfAnIdChangesNothing() {
    ConnectionRecord first = given(RecordDraft.of("hanna").content("first"));
    assertThat(store().insert(RecordDraft.after(first).content("second").done())).isFalse();
    assertThat(stored(first)).isEqualTo(first);
    ConnectionRecord third = RecordDraft.of("hanna").content("third").done();
    assertThat(nodes().second().insert(third)).isFalse();
    assertThat(stored(first)).isEqualTo(first);
  }

  @Test
  default void ofManyInsertsOfOneIdOneWins() throws Exception {
    for (int round = 0; round < 20; round++) {
      String owner = "owner " + round;
      List<Boolean> won =
          Race.run(r -> nodes().of(r).insert(RecordDraft.of(owner).content("by " + r).done()));
      assertThat(Collections.frequency(won, true)).isEqualTo(1);
      assertThat(stored(RecordDraft.of(owner).done()).content())
          .isEqualTo("by " + won.indexOf(true));
    }
  }

  @Test
  default void whatOneNodeWritesAnotherReadsAtOnce() {
    ConnectionStore one = nodes().first();
    ConnectionStore other = nodes().second();
    ConnectionRecord record = given(RecordDraft.of("hanna"));
    for (int i = 0; i < 20; i++) {
      assertThat(other.find(record.id())).contains(record);
      ConnectionRecord next = RecordDraft.after(record).content("write " + i).done();
      assertThat(one.replace(next, record.revision())).isTrue();
      record = next;
    }
    assertThat(other.find(record.id())).contains(record);
  }

  @Test
  default void aReplacementReplacesAllButTheEvidence() {
    ConnectionRecord first =
        given(RecordDraft.of("hanna").revision(7).due(JUST_NOW).seen(Evidence.CALL, JUST_NOW));
    ConnectionRecord second =
        RecordDraft.after(first)
            .noCompany()
            .revision(9)
            .content("Söhne")
            .key("2027-01")
            .notDue()
            .done();
    assertThat(store().replace(second, 7)).isTrue();
    assertThat(stored(first)).isEqualTo(second);
    ConnectionRecord third =
        RecordDraft.after(second)
            .company("1")
            .revision(10)
            .content("x")
            .due(JUST_NOW.plusMillis(1))
            .notSeen()
            .done();
    assertThat(store().replace(third, 9)).isTrue();
    assertThat(stored(first))
        .isEqualTo(RecordDraft.after(third).revision(10).seen(Evidence.CALL, JUST_NOW).done());
  }

  @Test
  default void aReplacementIsForTheRevisionThatWasReadOnly() {
    ConnectionRecord first = given(RecordDraft.of("hanna").revision(7));
    ConnectionRecord next = RecordDraft.after(first).revision(20).content("late").done();
    assertThat(store().replace(next, 6)).isFalse();
    assertThat(store().replace(next, 8)).isFalse();
    assertThat(store().replace(next, 20)).isFalse();
    assertThat(stored(first)).isEqualTo(first);
    assertThat(store().replace(next, 7)).isTrue();
    assertThat(store().replace(next, 7)).isFalse();
  }

  @Test
  default void thereIsNothingToReplaceWhereNothingIs() {
    ConnectionRecord nobody = RecordDraft.of("nobody").done();
    assertThat(store().replace(nobody, 0)).isFalse();
    assertThat(store().replace(nobody, nobody.revision())).isFalse();
    assertThat(store().find(nobody.id())).isEmpty();
  }

  @Test
  default void aReplacementTouchesNoOtherRecord() {
    ConnectionRecord hanna = given(RecordDraft.of("hanna"));
    ConnectionRecord nora = given(RecordDraft.of("nora"));
    assertThat(store().replace(RecordDraft.after(hanna).content("new").done(), 1)).isTrue();
    assertThat(stored(nora)).isEqualTo(nora);
  }

  @Test
  default void ofManyReplacementsOfOneRevisionOneWins() throws Exception {
    ConnectionRecord record = given(RecordDraft.of("hanna"));
    for (int round = 0; round < 20; round++) {
      ConnectionRecord read = stored(record);
      List<Boolean> won =
          Race.run(
              r ->
                  nodes()
                      .of(r)
                      .replace(RecordDraft.after(read).content("by " + r).done(), read.revision()));
      assertThat(Collections.frequency(won, true)).isEqualTo(1);
      assertThat(stored(record).content()).isEqualTo("by " + won.indexOf(true));
    }
  }

  @Test
  default void noWriteIsLostThatWasReportedAsDone() throws Exception {
    int each = 20;
    ConnectionRecord record = given(RecordDraft.of("hanna").content("0"));
    Race.run(
        r -> {
          for (int done = 0; done < each; ) {
            ConnectionRecord read = nodes().of(r).find(record.id()).orElseThrow();
            int count = Integer.parseInt(read.content());
            ConnectionRecord next =
                RecordDraft.after(read).content(String.valueOf(count + 1)).done();
            done += nodes().of(r).replace(next, read.revision()) ? 1 : 0;
          }
          return each;
        });
    assertThat(stored(record).content()).isEqualTo(String.valueOf(each * Race.RUNNERS));
  }
}
