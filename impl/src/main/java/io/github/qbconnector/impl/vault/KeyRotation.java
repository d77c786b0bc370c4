package io.github.qbconnector.impl.vault;

import io.github.qbconnector.impl.crypto.SealBrokenException;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.spi.ConnectionRecord;
import io.github.qbconnector.spi.ConnectionStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which keys the records are sealed with, and how they come to be sealed with the newest. Every
 * write of a connection does so by itself; this is for those that nobody writes.
 */
public final class KeyRotation {
  private final ConnectionStore store;
  private final RecordCodec codec;

  /**
   * @param sealer gives the sealer of the keys that are configured now
   */
  public KeyRotation(ConnectionStore store, Supplier<Sealer> sealer) {
    this.store = store;
    this.codec = new RecordCodec(sealer);
  }

  /** The id of the key that seals. */
  public String keyId() {
    return codec.keyId();
  }

  /** How many records are sealed with which key. */
  public Map<String, Long> keyUsage() {
    return ConnectionVault.answered(store::keyUsage);
  }

  /** How many records are sealed with keys that seal no longer. */
  public List<Map.Entry<String, Long>> oldKeys() {
    return keyUsage().entrySet().stream()
        .filter(usage -> !usage.getKey().equals(keyId()))
        .sorted(Map.Entry.comparingByKey())
        .toList();
  }

  /**
   * Seals some records again with the key that seals now. What cannot be opened stays as it is, and
   * is logged.
   *
   * @param afterId where to go on; {@code null} to begin
   */
  public Resealed sealAgain(@Nullable String afterId, int limit) {
    List<ConnectionRecord> page =
        ConnectionVault.answered(
            () -> store.notSealedWith(keyId(), Optional.ofNullable(afterId), limit));
    for (ConnectionRecord record : page) {
      sealAgain(record);
    }
    return new Resealed(page.isEmpty() ? null : page.get(page.size() - 1).id());
  }

  /**
   * What came of a page.
   *
   * @param last where to go on; {@code null} at the end
   */
  public record Resealed(@Nullable String last) {}

  /** If somebody else writes it meanwhile, that seals it as well. */
  private void sealAgain(ConnectionRecord record) {
    try {
      ConnectionRecord fresh = codec.sealedAgain(record);
      boolean unused = ConnectionVault.answered(() -> store.replace(fresh, record.revision()));
    } catch (SealBrokenException e) {
      System.getLogger("io.github.qbconnector")
          .log(
              System.Logger.Level.ERROR,
              "QBC0301: the stored connection {0} of connector {1} cannot be opened: {2}. Configure"
                  + " the key it was sealed with in quickbooks.store.encryption-keys; nothing was"
                  + " deleted.",
              record.id(),
              record.connector(),
              e.getMessage());
    }
  }
}
