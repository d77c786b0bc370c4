package io.github.qbconnector.store.example;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.spi.ConnectionRecord;
import io.github.qbconnector.spi.ConnectionStore;
import io.github.qbconnector.store.contract.ConnectionStoreContract;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;

/** Stores with one mistake each, as they are made in earnest, and the suite run against them. */
final class FaultyStores {
  private FaultyStores() {}

  /** Wide enough for two runners to meet in it. */
  private static void gap() {
    LockSupport.parkNanos(1_000_000);
  }

  /** The suite against a faulty store. Not found by Maven: it is meant to fail. */
  abstract static class Run extends ConnectionStoreContract {
    private final MovableClock storesClock = new MovableClock();
    private final Grid grid = Grid.empty(storesClock);
    private final BiFunction<Grid, Clock, ConnectionStore> store;

    Run(BiFunction<Grid, Clock, ConnectionStore> store) {
      this.store = store;
    }

    @Override
    protected ConnectionStore openEmpty() {
      return store.apply(grid, storesClock);
    }

    @Override
    protected ConnectionStore openAnotherNode() {
      return store.apply(grid, storesClock);
    }

    @Override
    protected ConnectionStore openNodeWithClock(Clock wrong) {
      return store.apply(grid, wrong);
    }

    @Override
    protected void letPass(Duration time) {
      storesClock.advance(time);
    }
  }

  static final class ReadsThenWrites extends Run {
    ReadsThenWrites() {
      super(
          (grid, clock) ->
              new GridStore(grid) {
                @Override
                public boolean replace(ConnectionRecord record, long expectedRevision) {
                  if (find(record.id()).filter(r -> r.revision() == expectedRevision).isEmpty()) {
                    return false;
                  }
                  gap();
                  grid.records().put(record.id(), record);
                  return true;
                }
              });
    }
  }

  static final class OverwritesOnInsert extends Run {
    OverwritesOnInsert() {
      super(
          (grid, clock) ->
              new GridStore(grid) {
                @Override
                public boolean insert(ConnectionRecord record) {
                  return grid.records().put(record.id(), record) == null;
                }
              });
    }
  }

  static final class IgnoresCaseOfOwners extends Run {
    IgnoresCaseOfOwners() {
      super(
          (grid, clock) ->
              new GridStore(grid) {
                @Override
                public boolean insert(ConnectionRecord record) {
                  return grid.records().values().stream()
                          .noneMatch(r -> r.owner().equalsIgnoreCase(record.owner()))
                      && super.insert(record);
                }
              });
    }
  }

  static final class NotesWhateverComesLast extends Run {
    NotesWhateverComesLast() {
      super(
          (grid, clock) ->
              new GridStore(grid) {
                @Override
                public void note(String id, Evidence evidence, Instant at) {
                  grid.records()
                      .computeIfPresent(
                          id,
                          (same, stored) ->
                              withEvidence(stored, Optional.of(evidence), Optional.of(at)));
                }
              });
    }
  }

  static final class TellsOnlyOwnChanges extends Run {
    TellsOnlyOwnChanges() {
      super(
          (grid, clock) ->
              new GridStore(grid) {
                private final Map<String, Long> own = new ConcurrentHashMap<>();

                @Override
                public boolean insert(ConnectionRecord record) {
                  own.put(record.id(), record.revision());
                  return super.insert(record);
                }

                @Override
                public Changes changes(long since) {
                  return new Changes(Map.copyOf(own), 0, true);
                }
              });
    }
  }

  /** The classic: what began earlier and ended later than the question is never told. */
  static final class TellsChangesByTheTimeTheyBegan extends Run {
    TellsChangesByTheTimeTheyBegan() {
      super(
          (grid, clock) ->
              new GridStore(grid) {
                @Override
                public boolean insert(ConnectionRecord record) {
                  Instant begun = clock.instant();
                  gap();
                  grid.values().put(record.id(), new Grid.Value("", begun));
                  return super.insert(record);
                }

                @Override
                public Changes changes(long since) {
                  Map<String, Long> told = new ConcurrentHashMap<>();
                  Instant from = Instant.ofEpochSecond(0, since);
                  Instant now = clock.instant();
                  grid.values()
                      .forEach(
                          (id, begun) -> {
                            if (!begun.expiresAt().isBefore(from)) {
                              find(id).ifPresent(r -> told.put(id, r.revision()));
                            }
                          });
                  return new Changes(
                      told, now.getEpochSecond() * 1_000_000_000L + now.getNano(), true);
                }
              });
    }
  }

  static final class LeasesByTheNodesClock extends Run {
    LeasesByTheNodesClock() {
      super(
          (grid, clock) ->
              new GridStore(new Grid(grid.records(), grid.leases(), grid.values(), clock)));
    }
  }

  static final class AnybodyReleases extends Run {
    AnybodyReleases() {
      super(
          (grid, clock) ->
              new GridStore(grid) {
                @Override
                public void release(String name, String holder) {
                  grid.leases().remove(name);
                }
              });
    }
  }

  static final class LeasesForGood extends Run {
    LeasesForGood() {
      super(
          (grid, clock) ->
              new GridStore(grid) {
                @Override
                public boolean lease(String name, String holder, Duration length) {
                  return super.lease(name, holder, Duration.ofDays(1));
                }
              });
    }
  }

  static final class WritesValuesAgain extends Run {
    WritesValuesAgain() {
      super(
          (grid, clock) ->
              new GridStore(grid) {
                @Override
                public boolean putOnce(String name, String value, Instant expiresAt) {
                  return grid.values().put(name, new Grid.Value(value, expiresAt)) == null;
                }
              });
    }
  }
}
