package io.github.qbconnector.store.contract;

import static io.github.qbconnector.store.contract.Promises.owners;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.spi.ConnectionRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The records of a connector, and those that hold a company. */
interface ListPromises extends Promises {

  /** So many records with a company, in the order of their ids. */
  private List<ConnectionRecord> several(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> given(RecordDraft.of("owner " + i).company("company " + i)))
        .sorted(Comparator.comparing(ConnectionRecord::id))
        .toList();
  }

  @Test
  default void aConnectorsRecordsComeByAscendingId() {
    List<ConnectionRecord> records = several(9);
    assertThat(store().list("default", Optional.empty(), 100)).isEqualTo(records);
    assertThat(nodes().second().list("default", Optional.empty(), 9)).isEqualTo(records);
  }

  @Test
  default void pagesGoOnAfterTheLastIdAndMissNone() {
    List<ConnectionRecord> records = several(9);
    List<ConnectionRecord> read = new ArrayList<>();
    Optional<String> after = Optional.empty();
    List<ConnectionRecord> page;
    do {
      page = store().list("default", after, 4);
      read.addAll(page);
      after = Optional.of(read.get(read.size() - 1).id());
    } while (page.size() == 4);
    assertThat(read).isEqualTo(records);
    assertThat(store().list("default", after, 4)).isEmpty();
  }

  @Test
  default void aPageGoesOnAfterAnIdThatIsNotThere() {
    List<ConnectionRecord> records = several(5);
    assertThat(store().list("default", Optional.of("0".repeat(64)), 2))
        .isEqualTo(records.subList(0, 2));
    assertThat(store().list("default", Optional.of(records.get(1).id() + "0"), 2))
        .isEqualTo(records.subList(2, 4));
    assertThat(store().list("default", Optional.of("f".repeat(64)), 2)).isEmpty();
  }

  @Test
  default void recordsThatHoldNoCompanyAreNotListed() {
    ConnectionRecord hanna = given(RecordDraft.of("hanna"));
    ConnectionRecord ended = given(RecordDraft.of("nora").noCompany());
    assertThat(owners(store().list("default", Optional.empty(), 9))).containsExactly("hanna");
    assertThat(store().replace(RecordDraft.after(hanna).noCompany().done(), 1)).isTrue();
    assertThat(store().replace(RecordDraft.after(ended).company("1").done(), 1)).isTrue();
    assertThat(owners(store().list("default", Optional.empty(), 9))).containsExactly("nora");
  }

  @Test
  default void recordsOfAnotherConnectorAreNotListed() {
    given(RecordDraft.of("default", "hanna"));
    given(RecordDraft.of("Default", "nora"));
    given(RecordDraft.of("payroll", "hanna"));
    assertThat(owners(store().list("default", Optional.empty(), 9))).containsExactly("hanna");
    assertThat(owners(store().list("Default", Optional.empty(), 9))).containsExactly("nora");
    assertThat(store().list("none", Optional.empty(), 9)).isEmpty();
  }

  @Test
  default void whoHoldsACompanyIsFound() {
    ConnectionRecord hanna = given(RecordDraft.of("hanna").company("end_usr_1aB"));
    ConnectionRecord nora = given(RecordDraft.of("nora").company("end_usr_1aB"));
    given(RecordDraft.of("carl").company("end_usr_1Ab"));
    given(RecordDraft.of("june").noCompany());
    given(RecordDraft.of("payroll", "hanna").company("end_usr_1aB"));
    assertThat(store().holding("default", "end_usr_1aB", 9)).containsExactlyInAnyOrder(hanna, nora);
    assertThat(store().holding("default", "end_usr_1aB", 1)).hasSize(1).first().isIn(hanna, nora);
    assertThat(store().holding("default", "end_usr_2", 9)).isEmpty();
  }

  @Test
  default void whoHoldsAnotherCompanyByNowIsNotFound() {
    ConnectionRecord hanna = given(RecordDraft.of("hanna").company("1"));
    assertThat(store().replace(RecordDraft.after(hanna).company("2").done(), 1)).isTrue();
    assertThat(store().holding("default", "1", 9)).isEmpty();
    assertThat(owners(nodes().second().holding("default", "2", 9))).containsExactly("hanna");
  }
}
