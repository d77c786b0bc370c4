package io.github.qbconnector.impl.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.Secret;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.impl.crypto.EncryptionKey;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.simulator.core.SimulatorClock;
import io.github.qbconnector.spi.ConnectionStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every vault promises. */
abstract class VaultPromises {
  final SimulatorClock clock = new SimulatorClock();
  final ConnectionKey key = new ConnectionKey("default", "hanna");

  final AtomicReference<Sealer> sealer =
      new AtomicReference<>(new Sealer(List.of(EncryptionKey.ephemeral())));

  abstract ConnectionStore store();

  /** Lets the store's own time pass. */
  abstract void letPass(Duration time);

  ConnectionVault vault() {
    return new ConnectionVault(store(), sealer::get, clock);
  }

  FlowVault flows() {
    return new FlowVault(store(), clock);
  }

  @Nullable StoredConnection find(ConnectionKey of) {
    ConnectionVault.Found found = vault().find(of);
    return found == null ? null : found.connection();
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  Grant grant(String name) {
    return new Grant(
        Secret.of("access-" + name),
        now(),
        now().plusSeconds(3_600),
        Secret.of("refresh-" + name),
        now().plus(Duration.ofDays(101)),
        now().plus(Duration.ofDays(1_800)));
  }

  Sighting seen() {
    return new Sighting(Evidence.TOKEN_REFRESH, now());
  }

  StoredConnection connection(ConnectionKey of, String company, @Nullable String name) {
    return StoredConnection.of(of, company, "CUSTOM http://localhost AB12")
        .companyName(name)
        .connectedBy("Hanna")
        .connectedAt(now())
        .grant(grant("one"))
        .sighting(new Sighting(Evidence.CONNECT, now()))
        .done();
  }

  /** A set-up of QuickBooks Desktop that is under way. */
  StoredConnection linking(ConnectionKey of, String endUser) {
    return StoredConnection.of(of, endUser, "CONDUCTOR http://localhost 0123456789abcdef")
        .companyName("Juniper & Slate")
        .connectedBy("June")
        .link(
            new OpenLink(
                Secret.of("https://connect.example/MARKER-LINK"),
                now(),
                now().plus(Duration.ofMinutes(30))))
        .done();
  }

  StoredConnection found() {
    return Objects.requireNonNull(find(key));
  }

  @Test
  void whatIsPutIsFoundWhole() {
    StoredConnection stored = vault().put(connection(key, "123", "Bakery & Söhne"));
    assertThat(found()).isEqualTo(stored);
    assertThat(find(new ConnectionKey("default", "carl"))).isNull();
    assertThat(find(new ConnectionKey("payroll", "hanna"))).isNull();
  }

  @Test
  void aGrantIsReplacedForItsGenerationOnly() {
    StoredConnection first = vault().put(connection(key, "123", null));
    StoredConnection second =
        Objects.requireNonNull(vault().replaceGrant(key, first.generation(), grant("two"), seen()));
    assertThat(second.generation()).isEqualTo(first.generation() + 1);
    assertThat(vault().replaceGrant(key, first.generation(), grant("late"), seen())).isNull();
    assertThat(found().grant()).isEqualTo(second.grant());
  }

  @Test
  void connectingAgainStartsANewGenerationThatNoLateAnswerReaches() {
    StoredConnection first = vault().put(connection(key, "123", null));
    vault().remove(key);
    clock.advance(Duration.ofSeconds(1));
    StoredConnection again = vault().put(connection(key, "123", null));
    assertThat(again.generation()).isGreaterThan(first.generation());
    assertThat(vault().replaceGrant(key, first.generation(), grant("late"), seen())).isNull();
    StoredConnection over = vault().put(connection(key, "456", null));
    assertThat(over.generation()).isGreaterThan(again.generation());
    assertThat(found().companyId()).isEqualTo("456");
  }

  @Test
  void anEndingCountsForItsGenerationAndANewGrantLiftsIt() {
    StoredConnection stored = vault().put(connection(key, "123", null));
    Ending ending = new Ending(StatusReason.GRANT_REVOKED, now());
    assertThat(vault().end(key, stored.generation() - 1, ending)).isFalse();
    assertThat(vault().end(key, stored.generation(), ending)).isTrue();
    assertThat(found().ending()).isEqualTo(ending);
    assertThat(vault().replaceGrant(key, stored.generation(), grant("late"), seen())).isNotNull();
    assertThat(found().ending()).isNull();
  }

  @Test
  void evidenceNeverTouchesTheTokens() {
    StoredConnection stored = vault().put(connection(key, "123", null));
    clock.advance(Duration.ofMinutes(5));
    Sighting ping = new Sighting(Evidence.PING, now());
    vault().see(key, ping);
    vault().name(key, stored.generation(), "Bakery");
    assertThat(found().grant()).isEqualTo(stored.grant());
    assertThat(found().generation()).isEqualTo(stored.generation());
    assertThat(found().sighting()).isEqualTo(ping);
    assertThat(found().companyName()).isEqualTo("Bakery");
    vault().see(key, seen());
    assertThat(found().companyName()).isEqualTo("Bakery");
  }

  @Test
  void aRemovedConnectionIsGone() {
    vault().put(connection(key, "123", null));
    assertThat(vault().remove(key)).isTrue();
    assertThat(vault().remove(key)).isFalse();
    assertThat(find(key)).isNull();
  }

  @Test
  void ownersComeInKeysetPages() {
    IntStream.range(0, 7)
        .forEach(i -> vault().put(connection(new ConnectionKey("default", "o" + i), "1", null)));
    vault().put(connection(new ConnectionKey("other", "x"), "1", null));
    List<String> first = vault().owners("default", null, 3);
    List<String> second = vault().owners("default", first.get(2), 3);
    List<String> third = vault().owners("default", second.get(2), 3);
    assertThat(Stream.of(first, second, third).flatMap(List::stream))
        .containsExactlyInAnyOrder("o0", "o1", "o2", "o3", "o4", "o5", "o6");
    assertThat(third).hasSize(1);
  }

  @Test
  void aCompanyHeldByAnotherOwnerIsKnown() {
    vault().put(connection(key, "123", null));
    assertThat(vault().heldByAnother(key, "123")).isFalse();
    vault().put(connection(new ConnectionKey("default", "nora"), "123", null));
    assertThat(vault().heldByAnother(key, "123")).isTrue();
    assertThat(vault().heldByAnother(new ConnectionKey("payroll", "hanna"), "123")).isFalse();
  }

  @Test
  void aLeaseIsHeldByOneAndRunsOut() {
    Duration length = Duration.ofSeconds(2);
    Lease lease = Objects.requireNonNull(vault().lease(key, length));
    assertThat(vault().lease(key, length)).isNull();
    assertThat(vault().pingLease(key, length)).as("for something else").isNotNull();
    lease.close();
    assertThat(vault().lease(key, length)).isNotNull();
    assertThat(vault().lease(key, length)).isNull();
    letPass(length.plusSeconds(1));
    assertThat(vault().lease(key, length)).isNotNull();
  }

  @Test
  void aLateReleaseDoesNotEndTheSuccessorsLease() {
    Lease late = Objects.requireNonNull(vault().lease(key, Duration.ofSeconds(1)));
    letPass(Duration.ofSeconds(2));
    assertThat(vault().lease(key, Duration.ofSeconds(30))).isNotNull();
    late.close();
    assertThat(vault().lease(key, Duration.ofSeconds(30))).isNull();
  }

  @Test
  void ofManyRacingWritersOfOneGenerationOneWins() throws Exception {
    StoredConnection stored = vault().put(connection(key, "123", null));
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<Boolean>> results =
          IntStream.range(0, 16)
              .mapToObj(
                  i ->
                      threads.submit(
                          () ->
                              vault().replaceGrant(key, stored.generation(), grant("n" + i), seen())
                                  != null))
              .toList();
      int won = 0;
      for (Future<Boolean> result : results) {
        won += result.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
      assertThat(found().generation()).isEqualTo(stored.generation() + 1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aSetUpWithoutTokensIsFoundWhole() {
    StoredConnection stored = vault().put(linking(key, "end_usr_1"));
    assertThat(found()).isEqualTo(stored);
    Sighting answered = new Sighting(Evidence.END_USER, now());
    StoredConnection linked =
        Objects.requireNonNull(vault().replace(stored.linked(now(), answered, "Slate")));
    assertThat(found()).isEqualTo(linked);
    assertThat(linked.link()).isNull();
    assertThat(linked.grant()).isNull();
    assertThat(linked.companyName()).isEqualTo("Slate");
  }

  @Test
  void aChangeIsWrittenForTheGenerationItWasReadAsOnly() {
    assertThat(vault().replace(linking(key, "end_usr_1"))).as("nothing is there").isNull();
    StoredConnection read = vault().put(linking(key, "end_usr_1"));
    StoredConnection next =
        Objects.requireNonNull(vault().replace(read.linked(now(), seen(), "Slate")));
    assertThat(next.generation()).isEqualTo(read.generation() + 1);
    assertThat(vault().replace(read.tombstone(now()))).as("read before").isNull();
    assertThat(found()).isEqualTo(next);
  }

  @Test
  void aTombstoneIsFoundButCountsForNothing() {
    ConnectionKey nora = new ConnectionKey("default", "nora");
    StoredConnection stored = vault().put(linking(key, "end_usr_1"));
    vault().put(linking(nora, "end_usr_1"));
    assertThat(vault().heldByAnother(nora, "end_usr_1")).isTrue();
    StoredConnection tombstone = vault().put(stored.tombstone(now()));
    assertThat(found()).isEqualTo(tombstone);
    assertThat(found().isTombstone()).isTrue();
    assertThat(found().link()).isNull();
    assertThat(vault().owners("default", null, 1)).containsExactly("nora");
    assertThat(vault().heldByAnother(nora, "end_usr_1")).isFalse();
    assertThat(vault().heldByAnother(key, "end_usr_1")).isTrue();
    assertThat(vault().remove(key)).isTrue();
    assertThat(find(key)).isNull();
  }

  @Test
  void aTombstoneIsBegunAnewAndItsEndIsNotForgotten() {
    StoredConnection ended = vault().put(linking(key, "end_usr_1").tombstone(now()));
    OpenLink link = Objects.requireNonNull(linking(key, "end_usr_1").link());
    assertThat(vault().replace(ended.opened(link, "June"))).isEqualTo(found());
    assertThat(found().isTombstone()).isFalse();
    assertThat(found().endedAt()).isEqualTo(ended.endedAt());
    assertThat(vault().owners("default", null, 9)).containsExactly("hanna");
  }

  @Test
  void aFlowIsConsumedOnce() {
    Instant expires = now().plusSeconds(60);
    assertThat(flows().consume("flow-1", expires)).isTrue();
    assertThat(flows().consume("flow-1", expires)).isFalse();
    assertThat(flows().consume("flow-2", expires)).isTrue();
  }

  @Test
  void aParkedCallbackWaitsUntilItExpires() {
    flows().park("flow-1", "sealed", now().plusSeconds(600));
    assertThat(flows().parked("flow-1")).isEqualTo("sealed");
    assertThat(flows().parked("flow-2")).isNull();
    clock.advance(Duration.ofSeconds(601));
    assertThat(flows().parked("flow-1")).isNull();
  }

  @Test
  void aParkedFlowCanStillBeConsumedOnce() {
    flows().park("flow-1", "sealed", now().plusSeconds(600));
    assertThat(flows().consume("flow-1", now().plusSeconds(600))).isTrue();
    assertThat(flows().consume("flow-1", now().plusSeconds(600))).isFalse();
  }
}
