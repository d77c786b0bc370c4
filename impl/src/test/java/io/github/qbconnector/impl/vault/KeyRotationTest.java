package io.github.qbconnector.impl.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.Secret;
import io.github.qbconnector.impl.crypto.EncryptionKey;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.impl.store.MemoryStore;
import io.github.qbconnector.impl.testing.LoggedMessages;
import io.github.qbconnector.simulator.core.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class KeyRotationTest {
  private static final EncryptionKey OLD =
      EncryptionKey.parse("y2025:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
  private static final EncryptionKey FRESH =
      EncryptionKey.parse("y2026:ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=");

  private final SimulatorClock clock = new SimulatorClock();
  private final MemoryStore store = new MemoryStore(clock);
  private final AtomicReference<Sealer> sealer = new AtomicReference<>(new Sealer(List.of(OLD)));
  private final ConnectionVault vault = new ConnectionVault(store, sealer::get, clock);
  private final KeyRotation rotation = new KeyRotation(store, sealer::get);

  private static ConnectionKey key(String owner) {
    return new ConnectionKey("default", owner);
  }

  private Grant grant(String token) {
    Instant now = clock.instant();
    return new Grant(
        Secret.of("access-" + token),
        now,
        now.plusSeconds(3_600),
        Secret.of("refresh-" + token),
        now.plus(Duration.ofDays(101)),
        null);
  }

  private StoredConnection put(String owner) {
    return vault.put(
        StoredConnection.of(key(owner), "123", "binding")
            .connectedAt(clock.instant())
            .grant(grant(owner))
            .done());
  }

  private Grant found(String owner) {
    StoredConnection stored =
        Objects.requireNonNull(Objects.requireNonNull(vault.find(key(owner))).connection());
    return stored.requireGrant();
  }

  private void sealAllAgain() {
    String last = rotation.sealAgain(null, 3).last();
    while (last != null) {
      last = rotation.sealAgain(last, 3).last();
    }
  }

  @Test
  void aNewKeySealsWhatIsUsedAndOpensWhatIsNot() {
    StoredConnection hanna = put("hanna");
    put("nora");
    sealer.set(new Sealer(List.of(FRESH, OLD)));
    Sighting seen = new Sighting(Evidence.TOKEN_REFRESH, clock.instant());
    vault.replaceGrant(key("hanna"), hanna.generation(), grant("two"), seen);
    assertThat(rotation.keyUsage()).isEqualTo(Map.of("y2025", 1L, "y2026", 1L));
    assertThat(found("nora").refreshToken().reveal()).isEqualTo("refresh-nora");
  }

  @Test
  void whatNobodyUsesIsSealedAgainPageByPage() {
    for (int i = 0; i < 10; i++) {
      put("owner" + i);
    }
    vault.remove(key("owner3"));
    sealer.set(new Sealer(List.of(FRESH, OLD)));
    sealAllAgain();
    assertThat(rotation.keyUsage()).isEqualTo(Map.of("y2026", 10L));
    assertThat(rotation.oldKeys()).isEmpty();
    sealer.set(new Sealer(List.of(FRESH)));
    assertThat(found("owner9").accessToken().reveal()).isEqualTo("access-owner9");
    assertThat(Objects.requireNonNull(vault.find(key("owner3"))).connection()).isNull();
  }

  @Test
  void sealingAgainChangesNothingElse() {
    StoredConnection before = put("hanna");
    sealer.set(new Sealer(List.of(FRESH, OLD)));
    sealAllAgain();
    StoredConnection after =
        Objects.requireNonNull(Objects.requireNonNull(vault.find(key("hanna"))).connection());
    assertThat(after.generation()).isEqualTo(before.generation());
    assertThat(after.requireGrant().refreshToken().reveal()).isEqualTo("refresh-hanna");
    Sighting seen = new Sighting(Evidence.TOKEN_REFRESH, clock.instant());
    assertThat(vault.replaceGrant(key("hanna"), before.generation(), grant("late"), seen))
        .as("an answer that was on its way meanwhile")
        .isNotNull();
  }

  @Test
  void aKeyThatWasRemovedTooSoonIsReportedForEachRowAndNothingIsDeleted() {
    put("hanna");
    put("nora");
    sealer.set(new Sealer(List.of(FRESH)));
    try (LoggedMessages log = new LoggedMessages()) {
      sealAllAgain();
      assertThat(log.numbered("QBC0301"))
          .hasSize(2)
          .allSatisfy(message -> assertThat(message).contains("y2025"))
          .anySatisfy(message -> assertThat(message).contains(key("hanna").recordId()))
          .anySatisfy(message -> assertThat(message).contains(key("nora").recordId()));
    }
    assertThat(rotation.keyUsage()).isEqualTo(Map.of("y2025", 2L));
    sealer.set(new Sealer(List.of(FRESH, OLD)));
    sealAllAgain();
    assertThat(rotation.keyUsage()).isEqualTo(Map.of("y2026", 2L));
    assertThat(found("hanna").refreshToken().reveal()).isEqualTo("refresh-hanna");
  }
}
