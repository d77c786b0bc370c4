package io.github.qbconnector.impl.testing;

import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.gate.GateDecision;
import io.github.qbconnector.gate.RequestKind;
import io.github.qbconnector.impl.config.LiveSettings;
import io.github.qbconnector.impl.config.SettingsReader;
import io.github.qbconnector.impl.connection.Background;
import io.github.qbconnector.impl.connection.ChangeWatch;
import io.github.qbconnector.impl.connection.Connections;
import io.github.qbconnector.impl.connection.CurrentOwner;
import io.github.qbconnector.impl.connection.EndUserCalls;
import io.github.qbconnector.impl.connection.FlowSeal;
import io.github.qbconnector.impl.connection.GateKeeper;
import io.github.qbconnector.impl.connection.Lifecycle;
import io.github.qbconnector.impl.connection.LinkFlow;
import io.github.qbconnector.impl.connection.LinkFlow.Begun;
import io.github.qbconnector.impl.connection.Rounds;
import io.github.qbconnector.impl.crypto.EncryptionKey;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.impl.desktop.ConductorVerbs;
import io.github.qbconnector.impl.desktop.ConnectorDesktop;
import io.github.qbconnector.impl.desktop.DesktopProvider;
import io.github.qbconnector.impl.http.JdkHttpTransport;
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
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.spi.ConnectionStore;
import io.github.qbconnector.spi.OwnerProfile.Profile;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connector to the simulator's Conductor, its rooms put together as the extension does it. */
public final class DesktopBench implements AutoCloseable {
  private static final EncryptionKey KEY =
      EncryptionKey.parse("test:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");

  public static final URI AFTERWARDS = URI.create("http://localhost:9080/app/quickbooks/connect");

  public final QuickBooksSimulator simulator;
  public final MutableKeys keys;
  public final LiveSettings settings;
  public final SwitchableStore store;
  public final ConnectionVault vault;
  public final List<Object> events = new CopyOnWriteArrayList<>();
  public volatile Optional<String> owner = Optional.of("june");
  public volatile Optional<Profile> profile =
      Optional.of(new Profile("Juniper & Slate", "june@example.com"));
  public final DesktopProvider provider;
  public final Lifecycle lifecycle;
  public final LinkFlow flow;
  public final ConnectorDesktop connector;
  public final ConductorVerbs conductor;
  public final GateKeeper gate;
  public final Endpoints endpoints;

  public final SwitchableTransport transport;
  private final ExecutorService background = Executors.newCachedThreadPool();

  public DesktopBench(QuickBooksSimulator simulator, Map<String, String> more) {
    this(simulator, more, new MemoryStore(simulator.clock()));
  }

  /** One of several nodes with one store. */
  public DesktopBench(
      QuickBooksSimulator simulator, Map<String, String> more, ConnectionStore backing) {
    this.simulator = simulator;
    this.keys = MutableKeys.of(configuration(simulator, more));
    SettingsReader reader = new SettingsReader(keys, false, false);
    this.settings = new LiveSettings(reader, reader.read(), simulator.clock(), report -> {});
    this.store = new SwitchableStore(backing);
    Sealer sealer = new Sealer(List.of(KEY));
    ConnectionStore watched = new WatchedStore(store.plugged(), simulator.clock());
    this.vault = new ConnectionVault(watched, () -> sealer, simulator.clock());
    FlowVault flows = new FlowVault(watched, simulator.clock());
    this.transport = new SwitchableTransport(new JdkHttpTransport(() -> settings.current().http()));
    this.provider =
        new DesktopProvider(
            () -> settings.current().connector("default"),
            () -> settings.last().connector("default"),
            transport,
            new PlainGuard(),
            simulator.clock());
    Connections connections =
        new Connections(
            "default",
            provider,
            vault,
            settings,
            new ChangeWatch(vault, Background.of(background)),
            simulator.clock());
    Rounds rounds = new Rounds(connections, provider, Background.of(background), events::add);
    this.lifecycle = new Lifecycle(connections, rounds);
    this.flow = new LinkFlow(lifecycle, rounds, provider, who -> profile, events::add);
    EndUserCalls calls = new EndUserCalls(lifecycle, rounds);
    Links links = new Links(settings.last().web(), new FlowSeal(() -> sealer), simulator.clock());
    this.connector =
        new ConnectorDesktop(
            "default", lifecycle, flow, calls, provider, new CurrentOwner(() -> owner), links);
    this.conductor = new ConductorVerbs(provider);
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
            () -> sealer,
            simulator.clock());
  }

  /** What the configuration of this bench is, with what a test adds. */
  public static Map<String, String> configuration(
      QuickBooksSimulator simulator, Map<String, String> more) {
    Map<String, String> values = new HashMap<>();
    values.put("quickbooks.product", "desktop");
    values.put("quickbooks.owner", "principal");
    values.put("quickbooks.desktop.secret-key", "sk_conductor_sim");
    values.put("quickbooks.desktop.publishable-key", "pk_conductor_sim");
    values.put("quickbooks.desktop.base-url", simulator.conductor().url().toString());
    values.put("quickbooks.web.public-url", "http://localhost:9080/app");
    values.put("quickbooks.http.read-timeout", "PT10S");
    values.putAll(more);
    return values;
  }

  /** Has an owner's machine linked, as a person does it, and the link noticed. */
  public String connect(String who) {
    Begun begun = flow.begin(who, false, null, AFTERWARDS, who);
    if (begun instanceof Begun.Opened opened) {
      Optional<URI> unused =
          simulator.conductor().connect(URI.create(opened.link().url().reveal()));
      ConnectionStatus noticed = connector.connection(who).ping();
      if (!noticed.isConnected()) {
        throw new AssertionError("not connected: " + noticed);
      }
    }
    return endUser(who);
  }

  /** The end-user of an owner at the simulator. */
  public String endUser(String who) {
    return simulator.conductor().endUsers().findBySourceId(who).orElseThrow().id();
  }

  public GateDecision decide(String who) {
    return gate.decide("default", Optional.of(who), RequestKind.NAVIGATION);
  }

  public long count(EndpointKind endpoint) {
    return simulator.requests().count(endpoint);
  }

  public @Nullable StoredConnection find(String who) {
    return Optional.ofNullable(vault.find(new ConnectionKey("default", who)))
        .map(ConnectionVault.Found::connection)
        .orElse(null);
  }

  public StoredConnection stored(String who) {
    return Objects.requireNonNull(find(who), who);
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
