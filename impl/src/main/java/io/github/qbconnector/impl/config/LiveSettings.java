package io.github.qbconnector.impl.config;

import io.github.qbconnector.impl.crypto.EncryptionKey;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The configuration as it is now. Secrets, keys, time-outs and ages follow the configuration while
 * the application runs; everything that would change the shape of the deployment stays as it was
 * deployed. Re-read at most once a second, by whichever caller comes first; the others go on with
 * the last snapshot. A change that is not valid is reported once and not taken.
 */
public final class LiveSettings {
  private static final long PAUSE_MILLIS = 1_000;

  private final SettingsReader reader;
  private final Clock clock;
  private final Consumer<String> report;
  private final Settings deployed;
  private final AtomicLong nextRead;
  private volatile Settings current;
  private volatile @Nullable String reported;

  /**
   * @param deployed what was valid at deployment
   * @param report gets one line about each change that is not taken
   */
  public LiveSettings(
      SettingsReader reader, Settings deployed, Clock clock, Consumer<String> report) {
    this.reader = reader;
    this.deployed = deployed;
    this.current = deployed;
    this.clock = clock;
    this.report = report;
    this.nextRead = new AtomicLong(clock.millis() + PAUSE_MILLIS);
  }

  /** What was read last. Costs one volatile read: the way for hot paths. */
  public Settings last() {
    return current;
  }

  /** The configuration now, at most a second old. */
  public Settings current() {
    return current(clock.millis());
  }

  /** As {@link #current()}, for callers that know the time already. */
  public Settings current(long now) {
    long due = nextRead.get();
    // A clock that jumped back must not freeze the snapshot until it has caught up.
    boolean isDue = now >= due || now < due - 2 * PAUSE_MILLIS;
    if (isDue && nextRead.compareAndSet(due, now + PAUSE_MILLIS)) {
      reread();
    }
    return current;
  }

  private void reread() {
    try {
      Settings merged = merge(reader.read());
      if (!merged.equals(current)) {
        current = merged;
      }
      reported = null;
    } catch (RuntimeException e) {
      String message = String.valueOf(e.getMessage());
      if (!message.equals(reported)) {
        reported = message;
        report.accept("QBC0002: the changed configuration is not taken. " + message);
      }
    }
  }

  private Settings merge(Settings fresh) {
    Map<String, ConnectorSettings> connectors = new LinkedHashMap<>();
    deployed
        .connectors()
        .forEach(
            (name, old) -> {
              ConnectorSettings now = fresh.connectors().get(name);
              connectors.put(
                  name, now == null || now.product() != old.product() ? old : merge(old, now));
            });
    List<EncryptionKey> keys =
        fresh.store().keys().isEmpty() ? current.store().keys() : sameOr(fresh.store().keys());
    StoreSettings store = deployed.store();
    return new Settings(
        deployed.owner(),
        new StoreSettings(store.dataSource(), store.createSchema(), keys, store.cacheSize()),
        deployed.web(),
        new HttpSettings(fresh.http().connectTimeout(), deployed.http().proxy()),
        java.util.Collections.unmodifiableMap(connectors));
  }

  /** Keys have no equality by value, so an unchanged list is recognised by its ids. */
  private List<EncryptionKey> sameOr(List<EncryptionKey> fresh) {
    List<EncryptionKey> old = current.store().keys();
    return fresh.stream()
            .map(EncryptionKey::id)
            .toList()
            .equals(old.stream().map(EncryptionKey::id).toList())
        ? old
        : fresh;
  }

  private static ConnectorSettings merge(ConnectorSettings old, ConnectorSettings now) {
    OnlineSettings online = old.online();
    OnlineSettings nowOnline = now.online();
    if (online != null && nowOnline != null) {
      online =
          new OnlineSettings(
              nowOnline.clientId(),
              nowOnline.clientSecret(),
              online.environment(),
              online.baseUrl(),
              online.redirectUri(),
              nowOnline.scopes(),
              nowOnline.pkce(),
              nowOnline.minorVersion());
    }
    DesktopSettings desktop = old.desktop();
    DesktopSettings nowDesktop = now.desktop();
    if (desktop != null && nowDesktop != null) {
      desktop =
          new DesktopSettings(
              nowDesktop.secretKey(),
              nowDesktop.publishableKey(),
              desktop.baseUrl(),
              nowDesktop.linkExpiry());
    }
    GateSettings gate = old.gate();
    GateSettings nowGate = now.gate();
    return new ConnectorSettings(
        old.name(),
        old.product(),
        online,
        desktop,
        new GateSettings(
            gate.urlPatterns(),
            gate.excludePatterns(),
            nowGate.mode(),
            nowGate.maxAge(),
            nowGate.maxStale(),
            nowGate.longestWait()),
        now.readTimeout());
  }
}
