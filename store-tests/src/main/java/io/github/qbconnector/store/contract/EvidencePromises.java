package io.github.qbconnector.store.contract;

import static io.github.qbconnector.store.contract.RecordPromises.JUST_NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.spi.ConnectionRecord;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Evidence, which is noted beside whatever else happens to a record. */
interface EvidencePromises extends Promises {

  @Test
  default void evidenceIsNotedAndNothingElseChanges() {
    ConnectionRecord record = given(RecordDraft.of("hanna").revision(7).due(JUST_NOW));
    ConnectionRecord nora = given(RecordDraft.of("nora"));
    store().note(record.id(), Evidence.PING, JUST_NOW);
    assertThat(nodes().second().find(record.id()))
        .contains(RecordDraft.after(record).revision(7).seen(Evidence.PING, JUST_NOW).done());
    assertThat(stored(nora)).isEqualTo(nora);
  }

  @Test
  default void everyKindOfEvidenceIsNotedAndInserted() {
    ConnectionRecord record = given(RecordDraft.of("hanna"));
    Instant at = JUST_NOW;
    for (Evidence kind : Evidence.values()) {
      at = at.plusMillis(1);
      store().note(record.id(), kind, at);
      assertThat(stored(record).evidence()).contains(kind);
      assertThat(stored(record).evidenceAt()).contains(at);
      ConnectionRecord inserted = given(RecordDraft.of("owner of " + kind).seen(kind, at));
      assertThat(stored(inserted)).isEqualTo(inserted);
    }
  }

  @Test
  default void olderEvidenceNeverReplacesNewer() {
    ConnectionRecord record = given(RecordDraft.of("hanna").seen(Evidence.CONNECT, JUST_NOW));
    store().note(record.id(), Evidence.CALL, JUST_NOW.minusMillis(1));
    assertThat(stored(record)).isEqualTo(record);
    store().note(record.id(), Evidence.CALL, JUST_NOW.plusMillis(1));
    store().note(record.id(), Evidence.PING, JUST_NOW);
    assertThat(stored(record).evidence()).contains(Evidence.CALL);
    assertThat(stored(record).evidenceAt()).contains(JUST_NOW.plusMillis(1));
  }

  @Test
  default void evidenceOfNoRecordIsForgotten() {
    String nobody = RecordDraft.id("default", "nobody");
    store().note(nobody, Evidence.PING, JUST_NOW);
    assertThat(store().find(nobody)).isEmpty();
  }

  @Test
  default void evidenceStandsInTheWayOfNoReplacement() {
    ConnectionRecord read = given(RecordDraft.of("hanna"));
    store().note(read.id(), Evidence.CALL, JUST_NOW);
    ConnectionRecord next = RecordDraft.after(read).content("rotated").done();
    assertThat(store().replace(next, read.revision())).isTrue();
    assertThat(stored(read).content()).isEqualTo("rotated");
    assertThat(stored(read).evidence()).contains(Evidence.CALL);
  }

  @Test
  default void ofManyNotesTheNewestStays() throws Exception {
    List<Evidence> kinds = List.of(Evidence.CALL, Evidence.PING, Evidence.TOKEN_REFRESH);
    ConnectionRecord record = given(RecordDraft.of("hanna"));
    int each = 20;
    Race.run(
        r -> {
          for (int i = 0; i < each; i++) {
            int moment = i * Race.RUNNERS + r;
            nodes()
                .of(r)
                .note(record.id(), kinds.get(moment % kinds.size()), JUST_NOW.plusMillis(moment));
          }
          return each;
        });
    int newest = each * Race.RUNNERS - 1;
    assertThat(stored(record).evidenceAt()).contains(JUST_NOW.plusMillis(newest));
    assertThat(stored(record).evidence()).contains(kinds.get(newest % kinds.size()));
  }

  @Test
  default void replacementsAndNotesLoseNothingToEachOther() throws Exception {
    int each = 20;
    ConnectionRecord record = given(RecordDraft.of("hanna").revision(0));
    List<Integer> won =
        Race.run(
            r -> {
              int replaced = 0;
              for (int i = 1; i <= each; i++) {
                if (r < 2) {
                  ConnectionRecord read = nodes().of(r).find(record.id()).orElseThrow();
                  ConnectionRecord next = RecordDraft.after(read).notSeen().done();
                  replaced += nodes().of(r).replace(next, read.revision()) ? 1 : 0;
                } else {
                  nodes().of(r).note(record.id(), Evidence.CALL, JUST_NOW.plusMillis(i));
                }
              }
              return replaced;
            });
    assertThat(stored(record).revision()).isEqualTo(won.stream().mapToInt(Integer::intValue).sum());
    assertThat(stored(record).evidenceAt()).contains(JUST_NOW.plusMillis(each));
  }
}
