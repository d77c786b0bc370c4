package io.github.qbconnector.impl.testing;

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
import io.github.qbconnector.impl.connection.CurrentOwner;
import io.github.qbconnector.impl.connection.FlowSeal;
import io.github.qbconnector.impl.connection.GateKeeper;
import io.github.qbconnector.impl.connection.GrantCalls;
import io.github.qbconnector.impl.connection.Lifecycle;
import io.github.qbconnector.impl.connection.Renewals;
import io.github.qbconnector.impl.crypto.EncryptionKey;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.impl.http.JdkHttpTransport;
import io.github.qbconnector.impl.online.ConnectorOnline;
import io.github.qbconnector.impl.online.IntuitOAuth;
import io.github.qbconnector.impl.online.OnlineProvider;
import io.github.qbconnector.impl.store.MemoryStore;
import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.impl.vault.ConnectionVault;
import io.github.qbconnector.impl.vault.FlowVault;
import io.github.qbconnector.impl.vault.StoredConnection;
import io.github.qbconnector.impl.vault.WatchedStore;
import io.github.qbconnector.impl.web.Endpoints;
import io.github.qbconnector.impl.web.HtmlPages;
import io.github.qbconnector.impl.web.Links;
import io.github.qbconnector.impl.web.WebConnector;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.intuit.IssuedTokens;
import io.github.qbconnector.spi.ConnectionStore;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** One connector to the simulator, its rooms put together as the extension does it. */
public final class Bench implements AutoCloseable {
  private static final EncryptionKey KEY =
      EncryptionKey.parse("test:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");

  public static final String REALM = "9341453912000017";
  public static final String OTHER_REALM = "9130357762000025";

  public final QuickBooksSimulator simulator;
  public final MutableKeys keys;
  public final LiveSettings settings;
  public final SwitchableStore store;
  public final ConnectionVault vault;
  public final List<Object> events = new CopyOnWriteArrayList<>();
  public final List<String> reports = new CopyOnWriteArrayList<>();
  public volatile Optional<String> owner = Optional.of("hanna");
  public final OnlineProvider provider;
  public final Lifecycle lifecycle;
  public final ConsentFlow flow;
  public final GrantCalls calls;
  public final ConnectorOnline connector;
  public final IntuitOAuth oauth;
  public final GateKeeper gate;
  public final Endpoints endpoints;
  public final Links links;
  public final Renewals renewals;
  public final SwitchableTransport transport;
  public final AtomicReference<Sealer> sealer = new AtomicReference<>(new Sealer(List.of(KEY)));

  private final ExecutorService background = Executors.newCachedThreadPool();

  public Bench(QuickBooksSimulator simulator, Map<String, String> more) {
    this(simulator, more, new MemoryStore(simulator.clock()));
  }

  /** One of several nodes with one store. */
  public Bench(QuickBooksSimulator simulator, Map<String, String> more, ConnectionStore backing) {
    this(simulator, more, backing, simulator.clock());
  }

  /** A node whose clock may differ from everybody else's. */
  public Bench(
      QuickBooksSimulator simulator,
      Map<String, String> more,
      ConnectionStore backing,
      Clock clock) {
    this.simulator = simulator;
    this.keys = MutableKeys.of(configuration(simulator, more));
    SettingsReader reader = new SettingsReader(keys, false, false);
    this.settings = new LiveSettings(reader, reader.read(), clock, reports::add);
    this.store = new SwitchableStore(backing);
    ConnectionStore watched = new WatchedStore(store.plugged(), clock);
    this.vault = new ConnectionVault(watched, sealer::get, clock);
    FlowVault flows = new FlowVault(watched, clock);
    this.transport = new SwitchableTransport(new JdkHttpTransport(() -> settings.current().http()));
    Supplier<ConnectorSettings> now = () -> settings.current().connector("default");
    Supplier<ConnectorSettings> last = () -> settings.last().connector("default");
    this.provider = new OnlineProvider(now, last, transport, new PlainGuard(), clock);
    Connections connections =
        new Connections(
            "default",
            provider,
            vault,
            settings,
            new ChangeWatch(vault, Background.of(background)),
            clock);
    this.renewals = new Renewals(connections, provider, Background.of(background), events::add);
    this.lifecycle = new Lifecycle(connections, renewals);
    this.flow = new ConsentFlow(lifecycle, provider, flows, events::add);
    this.calls = new GrantCalls(lifecycle, renewals);
    this.links = new Links(settings.last().web(), new FlowSeal(sealer::get), clock);
    this.connector =
        new ConnectorOnline(
            "default", lifecycle, flow, calls, provider, new CurrentOwner(() -> owner), links);
    this.oauth = new IntuitOAuth(provider, calls);
    this.gate = new GateKeeper(Map.of("default", lifecycle));
    this.endpoints =
        new Endpoints(
            Map.of("default", new WebConnector("default", lifecycle, flow)),
            settings.last().web(),
            links,
            () -> owner,
            (action, name, who) -> true,
            new HtmlPages(),
            flows,
            sealer::get,
            clock);
  }

  /** What the configuration of this bench is, with what a test adds. */
  public static Map<String, String> configuration(
      QuickBooksSimulator simulator, Map<String, String> more) {
    Map<String, String> values = new HashMap<>();
    values.put("quickbooks.product", "online");
    values.put("quickbooks.owner", "principal");
    values.put("quickbooks.online.client-id", "sim-client");
    values.put("quickbooks.online.client-secret", "sim-secret");
    values.put("quickbooks.online.environment", "custom");
    values.put("quickbooks.online.base-url", simulator.intuit().url().toString());
    values.put("quickbooks.online.redirect-uri", "http://localhost:9080/app/quickbooks/callback");
    values.put("quickbooks.http.read-timeout", "PT10S");
    values.putAll(more);
    return values;
  }

  /** Connects an owner by adopting a grant of the simulator. */
  public void connect(String who, String realm) {
    IssuedTokens tokens =
        simulator
            .intuit()
            .grants()
            .issue("sim-client", realm, "com.intuit.quickbooks.accounting", "openid", "email");
    connector.adopt(who, realm, Secret.of(tokens.refreshToken()));
  }

  public GateDecision decide(String who) {
    return gate.decide("default", Optional.of(who), RequestKind.NAVIGATION);
  }

  public StoredConnection stored(String who) {
    return Objects.requireNonNull(
        Optional.ofNullable(vault.find(new ConnectionKey("default", who)))
            .map(ConnectionVault.Found::connection)
            .orElse(null),
        who);
  }

  @Override
  public void close() {
    // What is still asked must not show in the next test's request log.
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
