package io.github.qbconnector.store.contract;

import io.github.qbconnector.spi.ConnectionRecord;
import io.github.qbconnector.spi.ConnectionStore;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;

/** What all parts of the suite stand on. */
interface Promises {
  /** The nodes of the running test. */
  Nodes nodes();

  /** The store of the node that most tests are content with. */
  default ConnectionStore store() {
    return nodes().first();
  }

  /** Adds a record that a test begins with, and returns it. */
  default ConnectionRecord given(RecordDraft draft) {
    ConnectionRecord record = draft.done();
    if (!store().insert(record)) {
      throw new IllegalStateException("A store that should be empty has " + record);
    }
    return record;
  }

  /** What is stored in place of this record by now. */
  default ConnectionRecord stored(ConnectionRecord record) {
    return store()
        .find(record.id())
        .orElseThrow(() -> new NoSuchElementException("There is no record any more of " + record));
  }

  /** The owners of some records, in the same order. */
  static List<String> owners(Collection<ConnectionRecord> records) {
    return records.stream().map(ConnectionRecord::owner).toList();
  }
}
