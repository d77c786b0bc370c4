package io.github.qbconnector.database;

import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.Secret;
import io.github.qbconnector.gate.GateDecision;
import io.github.qbconnector.gate.RequestKind;
import io.github.qbconnector.impl.config.ConnectorSettings;
import io.github.qbconnector.impl.config.LiveSettings;
import io.github.qbconnector.impl.config.SettingsReader;
import io.github.qbconnector.impl.connection.Background;
import io.github.qbconnector.impl.connection.ChangeWatch;
import io.github.qbconnector.impl.connection.Connections;
import io.github.qbconnector.impl.connection.ConsentFlow;
import io.github.qbconnector.impl.connection.GateKeeper;
import io.github.qbconnector.impl.connection.GrantCalls;
import io.github.qbconnector.impl.connection.Lifecycle;
import io.github.qbconnector.impl.connection.Renewals;
import io.github.qbconnector.impl.crypto.EncryptionKey;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.impl.http.JdkHttpTransport;
import io.github.qbconnector.impl.online.OnlineProvider;
import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.impl.vault.ConnectionVault;
import io.github.qbconnector.impl.vault.FlowVault;
import io.github.qbconnector.impl.vault.Lease;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.intuit.IssuedTokens;
import io.github.qbconnector.spi.ConnectionStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A node of an application for QuickBooks Online: all that stands on a store. */
final class OnlineNode implements AutoCloseable {
  /** The id of the key that all nodes seal with. */
  static final String KEY = "y2026";

  private static final Sealer SEALER =
      new Sealer(
          List.of(EncryptionKey.parse(KEY + ":MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")));

  private final QuickBooksSimulator simulator;
  private final ExecutorService background = Executors.newCachedThreadPool();
  private final JdkHttpTransport transport;
  private final ConnectionVault vault;
  private final OnlineProvider provider;
  private final Lifecycle lifecycle;
  private final ConsentFlow flow;
  private final GrantCalls calls;
  private final GateKeeper gate;

  OnlineNode(QuickBooksSimulator simulator, ConnectionStore store) {
    this.simulator = simulator;
    Clock clock = simulator.clock();
    Map<String, String> configuration = configuration(simulator);
    SettingsReader reader =
        new SettingsReader(key -> Optional.ofNullable(configuration.get(key)), false, false);
    LiveSettings settings = new LiveSettings(reader, reader.read(), clock, refused -> {});
    Supplier<ConnectorSettings> connector = () -> settings.current().connector("default");
    this.transport = new JdkHttpTransport(() -> settings.current().http());
    this.provider = new OnlineProvider(connector, connector, transport, new PlainGuard(), clock);
    this.vault = new ConnectionVault(store, () -> SEALER, clock);
    Background behind = Background.of(background);
    Connections connections =
        new Connections(
            "default", provider, vault, settings, new ChangeWatch(vault, behind), clock);
    Renewals renewals = new Renewals(connections, provider, behind, event -> {});
    this.lifecycle = new Lifecycle(connections, renewals);
    this.flow = new ConsentFlow(lifecycle, provider, new FlowVault(store, clock), event -> {});
    this.calls = new GrantCalls(lifecycle, renewals);
    this.gate = new GateKeeper(Map.of("default", lifecycle));
  }

  private static Map<String, String> configuration(QuickBooksSimulator simulator) {
    return Map.of(
        "quickbooks.product", "online",
        "quickbooks.owner", "principal",
        "quickbooks.online.client-id", "sim-client",
        "quickbooks.online.client-secret", "sim-secret",
        "quickbooks.online.environment", "custom",
        "quickbooks.online.base-url", simulator.intuit().url().toString(),
        "quickbooks.online.redirect-uri", "http://localhost:9080/app/quickbooks/callback",
        "quickbooks.gate.wait", "PT30S");
  }

  /** A user connects to a company. */
  void connect(String owner, String company) {
    IssuedTokens tokens =
        simulator
            .intuit()
            .grants()
            .issue("sim-client", company, "com.intuit.quickbooks.accounting");
    flow.adopt(owner, company, Secret.of(tokens.refreshToken()));
  }

  void disconnect(String owner) {
    flow.disconnect(owner);
  }

  /** Has the tokens renewed, due or not. */
  void renew(String owner) {
    calls.renewNow(owner);
  }

  /** Makes a call with the tokens of a connection. */
  void call(String owner) {
    calls.prove(owner, provider);
  }

  ConnectionStatus status(String owner) {
    return lifecycle.status(owner);
  }

  /** What the gate says to somebody who opens a page. */
  GateDecision open(String owner) {
    return gate.decide("default", Optional.of(owner), RequestKind.NAVIGATION);
  }

  /** Begins to renew a connection, and gets no further. */
  Lease beginToRenew(String owner) {
    return Objects.requireNonNull(
        vault.lease(new ConnectionKey("default", owner), Duration.ofHours(1)));
  }

  @Override
  public void close() {
    // What is still asked must neither meet a closed store nor show in the next test's log.
    background.shutdown();
    try {
      if (!background.awaitTermination(5, TimeUnit.SECONDS)) {
        background.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    transport.close();
  }
}
