package io.github.qbconnector.impl.testing;

import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.impl.vault.ConnectionVault;
import io.github.qbconnector.impl.vault.Ending;
import io.github.qbconnector.impl.vault.Grant;
import io.github.qbconnector.impl.vault.Sighting;
import io.github.qbconnector.impl.vault.StoredConnection;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real vault behind a cable that tests pull: reads and writes apart. */
public final class SwitchableVault implements ConnectionVault {
  private final ConnectionVault vault;
  private final AtomicInteger failingWrites = new AtomicInteger();
  private volatile boolean away;

  SwitchableVault(ConnectionVault vault) {
    this.vault = vault;
  }

  public void pull() {
    away = true;
  }

  public void plug() {
    away = false;
    failingWrites.set(0);
  }

  /** Fails the next so many writes of a grant. */
  public void failGrantWrites(int times) {
    failingWrites.set(times);
  }

  private ConnectionVault there() {
    if (away) {
      throw new VaultUnavailableException("pulled", new SQLException("no cable"));
    }
    return vault;
  }

  @Override
  public @Nullable StoredConnection find(ConnectionKey key) {
    return there().find(key);
  }

  @Override
  public StoredConnection put(StoredConnection connection) {
    return there().put(connection);
  }

  @Override
  public @Nullable StoredConnection replaceGrant(
      ConnectionKey key, long generation, Grant grant, Sighting sighting) {
    if (failingWrites.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new VaultUnavailableException("write failed", new SQLException("disk full"));
    }
    return there().replaceGrant(key, generation, grant, sighting);
  }

  @Override
  public boolean end(ConnectionKey key, long generation, Ending ending) {
    return there().end(key, generation, ending);
  }

  @Override
  public void see(ConnectionKey key, Sighting sighting, @Nullable String companyName) {
    there().see(key, sighting, companyName);
  }

  @Override
  public boolean remove(ConnectionKey key) {
    return there().remove(key);
  }

  @Override
  public List<String> owners(String connector, @Nullable String after, int limit) {
    return there().owners(connector, after, limit);
  }

  @Override
  public boolean heldByAnother(ConnectionKey key, String companyId) {
    return there().heldByAnother(key, companyId);
  }

  @Override
  public @Nullable StoredConnection replace(StoredConnection changed) {
    return there().replace(changed);
  }

  @Override
  public void reserve(ConnectionKey key) {
    there().reserve(key);
  }

  @Override
  public @Nullable Lease lease(ConnectionKey key, Duration length) {
    return there().lease(key, length);
  }
}
