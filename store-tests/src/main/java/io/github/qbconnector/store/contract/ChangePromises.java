package io.github.qbconnector.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.spi.ConnectionRecord;
import io.github.qbconnector.spi.ConnectionStore;
import io.github.qbconnector.spi.ConnectionStore.Changes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What changed, as another node has to learn it: often too much, never too little. */
interface ChangePromises extends Promises {
  int WRITERS = Race.RUNNERS - 2;

  /** Records that each writer inserts. */
  int EACH = 40;

  @Test
  default void anInsertionAndAReplacementAreTold() {
    Changes begin = store().changes(0);
    ConnectionRecord hanna = given(RecordDraft.of("hanna").revision(5));
    Changes inserted = store().changes(begin.next());
    assertThat(inserted.revisions()).containsEntry(hanna.id(), 5L);
    assertThat(store().replace(RecordDraft.after(hanna).revision(8).done(), 5)).isTrue();
    assertThat(store().changes(inserted.next()).revisions()).containsEntry(hanna.id(), 8L);
  }

  @Test
  default void whatOneNodeWritesAnotherIsToldAtItsNextQuestion() {
    Changes known = nodes().second().changes(0);
    ConnectionRecord record = given(RecordDraft.of("hanna"));
    for (int i = 0; i < 20; i++) {
      known = nodes().second().changes(known.next());
      assertThat(known.revisions()).containsEntry(record.id(), record.revision());
      ConnectionRecord next = RecordDraft.after(record).done();
      assertThat(nodes().first().replace(next, record.revision())).isTrue();
      record = next;
    }
  }

  @Test
  default void aFewChangesAreToldOneByOne() {
    long begin = store().changes(0).next();
    List<ConnectionRecord> records =
        IntStream.range(0, 50).mapToObj(i -> given(RecordDraft.of("owner " + i))).toList();
    Changes changes = nodes().second().changes(begin);
    assertThat(changes.complete()).isTrue();
    assertThat(changes.revisions().keySet())
        .containsAll(records.stream().map(ConnectionRecord::id).toList());
  }

  @Test
  default void aDisconnectIsTold() {
    ConnectionRecord record = given(RecordDraft.of("hanna"));
    long begin = nodes().second().changes(0).next();
    assertThat(store().replace(RecordDraft.after(record).noCompany().done(), 1)).isTrue();
    assertThat(nodes().second().changes(begin).revisions()).containsEntry(record.id(), 2L);
  }

  @Test
  default void whatIsToldIsStoredAlready() throws Exception {
    ConnectionRecord record = given(RecordDraft.of("hanna"));
    int writes = 60;
    AtomicInteger writing = new AtomicInteger(Race.RUNNERS / 2);
    ConcurrentLinkedQueue<String> untrue = new ConcurrentLinkedQueue<>();
    Race.run(
        r -> {
          if (r < Race.RUNNERS / 2) {
            for (int i = 0; i < writes; i++) {
              ConnectionRecord read = nodes().of(r).find(record.id()).orElseThrow();
              nodes().of(r).replace(RecordDraft.after(read).done(), read.revision());
            }
            return writing.decrementAndGet();
          }
          long since = 0;
          while (writing.get() > 0) {
            Changes changes = nodes().of(r).changes(since);
            long told = changes.revisions().getOrDefault(record.id(), 0L);
            long stored = nodes().of(r).find(record.id()).orElseThrow().revision();
            if (stored < told) {
              untrue.add("told " + told + ", but stored is " + stored);
            }
            since = changes.next();
          }
          return 0;
        });
    assertThat(untrue).isEmpty();
  }

  @Test
  default void noChangeIsMissedWhileOthersWrite() throws Exception {
    AtomicInteger writing = new AtomicInteger(WRITERS);
    Map<String, Long> written = new ConcurrentHashMap<>();
    List<Map<String, Long>> told =
        Race.run(
            r -> {
              if (r >= 2) {
                write(r, written);
                writing.decrementAndGet();
                return Map.of();
              }
              Map<String, Long> learned = new ConcurrentHashMap<>();
              long since = 0;
              boolean last;
              do {
                // Read before the question: what was written until then, it must be told.
                last = writing.get() == 0;
                since = learn(nodes().of(r), since, learned);
              } while (!last);
              return learned;
            });
    assertThat(written).hasSize(WRITERS * EACH);
    assertThat(told.get(0)).containsAllEntriesOf(written);
    assertThat(told.get(1)).containsAllEntriesOf(written);
  }

  /** Inserts records, each replaced up to three times, and says what revision it left them at. */
  private void write(int runner, Map<String, Long> written) {
    for (int i = 0; i < EACH; i++) {
      ConnectionRecord record = RecordDraft.of("owner " + runner + " " + i).done();
      assertThat(nodes().of(runner).insert(record)).isTrue();
      for (int more = i % 4; more > 0; more--) {
        ConnectionRecord next = RecordDraft.after(record).done();
        assertThat(nodes().of(runner).replace(next, record.revision())).isTrue();
        record = next;
      }
      written.put(record.id(), record.revision());
    }
  }

  /** Asks once and remembers the highest revision of each record; returns where to go on. */
  private static long learn(ConnectionStore node, long since, Map<String, Long> learned) {
    Changes changes = node.changes(since);
    changes.revisions().forEach((id, revision) -> learned.merge(id, revision, Math::max));
    if (!changes.complete()) {
      // Anything may have changed, so a node reads anew whatever it could know.
      for (Optional<String> after = Optional.of(""); after.isPresent(); ) {
        List<ConnectionRecord> page = node.list("default", after.filter(id -> !id.isEmpty()), 100);
        page.forEach(record -> learned.merge(record.id(), record.revision(), Math::max));
        after = page.stream().map(ConnectionRecord::id).max(String::compareTo);
      }
    }
    return changes.next();
  }
}
