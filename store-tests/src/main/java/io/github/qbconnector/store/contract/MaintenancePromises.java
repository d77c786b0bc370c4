package io.github.qbconnector.store.contract;

import static io.github.qbconnector.store.contract.Promises.owners;
import static io.github.qbconnector.store.contract.RecordPromises.JUST_NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.spi.ConnectionRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the connector looks after by itself: records that are due, and keys that are replaced. */
interface MaintenancePromises extends Promises {

  @Test
  default void theLongestOverdueComesFirst() {
    given(RecordDraft.of("tomorrow").due(JUST_NOW.plusSeconds(86_400)));
    given(RecordDraft.of("never").notDue());
    given(RecordDraft.of("just now").due(JUST_NOW));
    given(RecordDraft.of("payroll", "last year").due(JUST_NOW.minusSeconds(31_536_000)));
    given(RecordDraft.of("in a moment").due(JUST_NOW.plusMillis(1)));
    given(RecordDraft.of("disconnected").noCompany().due(JUST_NOW.minusMillis(1)));
    assertThat(owners(store().due(JUST_NOW, 9)))
        .containsExactly("last year", "disconnected", "just now");
    assertThat(owners(nodes().second().due(JUST_NOW, 2)))
        .containsExactly("last year", "disconnected");
    assertThat(store().due(JUST_NOW.minusSeconds(40_000_000), 9)).isEmpty();
  }

  @Test
  default void whatIsDueIsReadWhole() {
    ConnectionRecord record = given(RecordDraft.of("Jürgen").due(JUST_NOW).content("Söhne"));
    assertThat(store().due(JUST_NOW, 9)).containsExactly(record);
  }

  @Test
  default void aReplacementSaysAnewWhenItIsDue() {
    ConnectionRecord record = given(RecordDraft.of("hanna").due(JUST_NOW));
    ConnectionRecord later = RecordDraft.after(record).due(JUST_NOW.plusSeconds(9)).done();
    assertThat(store().replace(later, record.revision())).isTrue();
    assertThat(store().due(JUST_NOW, 9)).isEmpty();
    assertThat(store().due(JUST_NOW.plusSeconds(9), 9)).containsExactly(later);
    assertThat(store().replace(RecordDraft.after(later).notDue().done(), later.revision()))
        .isTrue();
    assertThat(store().due(JUST_NOW.plusSeconds(9), 9)).isEmpty();
  }

  @Test
  default void recordsUnderOtherKeysAreFoundPageByPage() {
    given(RecordDraft.of("new").key("2027-01"));
    List<ConnectionRecord> old =
        Stream.of(
                RecordDraft.of("hanna").key("2026-11"),
                RecordDraft.of("nora").key("2025-03"),
                RecordDraft.of("carl").key("2026-11").noCompany(),
                RecordDraft.of("payroll", "hanna").key("2026-11"),
                RecordDraft.of("june").key("2027-01x"))
            .map(this::given)
            .sorted(Comparator.comparing(ConnectionRecord::id))
            .toList();
    List<ConnectionRecord> read = new ArrayList<>();
    Optional<String> after = Optional.empty();
    for (int page = 0; page < 3; page++) {
      read.addAll(store().notSealedWith("2027-01", after, 2));
      after = Optional.of(read.stream().map(ConnectionRecord::id).max(String::compareTo).get());
    }
    assertThat(read).containsExactlyInAnyOrderElementsOf(old);
    assertThat(store().notSealedWith("2027-01", after, 2)).isEmpty();
  }

  @Test
  default void aRecordThatIsSealedAnewIsUnderItsOldKeyNoMore() {
    ConnectionRecord record = given(RecordDraft.of("hanna").key("old"));
    assertThat(store().replace(RecordDraft.after(record).key("new").done(), 1)).isTrue();
    assertThat(nodes().second().notSealedWith("new", Optional.empty(), 9)).isEmpty();
    assertThat(store().notSealedWith("old", Optional.empty(), 9)).hasSize(1);
    assertThat(store().keyUsage()).containsExactly(Map.entry("new", 1L));
  }

  @Test
  default void recordsAreCountedByKey() {
    assertThat(store().keyUsage()).isEmpty();
    given(RecordDraft.of("hanna").key("a"));
    given(RecordDraft.of("nora").key("a").noCompany());
    given(RecordDraft.of("payroll", "hanna").key("a"));
    given(RecordDraft.of("carl").key("b"));
    assertThat(nodes().second().keyUsage()).containsOnly(Map.entry("a", 3L), Map.entry("b", 1L));
  }

  @Test
  default void keysThatDifferOnlyInCaseAreDifferentKeys() {
    given(RecordDraft.of("hanna").key("Key_1"));
    given(RecordDraft.of("nora").key("key_1"));
    assertThat(owners(store().notSealedWith("key_1", Optional.empty(), 9)))
        .containsExactly("hanna");
    assertThat(store().keyUsage()).containsOnly(Map.entry("Key_1", 1L), Map.entry("key_1", 1L));
  }
}
