package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.impl.config.ConnectorSettings;
import io.github.qbconnector.impl.config.LiveSettings;
import io.github.qbconnector.impl.config.OwnerMode;
import io.github.qbconnector.impl.config.Settings;
import io.github.qbconnector.impl.connection.Calls;
import io.github.qbconnector.impl.connection.ConnectionEvents;
import io.github.qbconnector.impl.connection.Connections;
import io.github.qbconnector.impl.connection.GateKeeper;
import io.github.qbconnector.impl.connection.Lifecycle;
import io.github.qbconnector.impl.connection.Pings;
import io.github.qbconnector.impl.connection.Renewals;
import io.github.qbconnector.impl.crypto.EncryptionKey;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.impl.http.HttpTransport;
import io.github.qbconnector.impl.http.JdkHttpTransport;
import io.github.qbconnector.impl.http.ProviderGuard;
import io.github.qbconnector.impl.online.ConnectorOnline;
import io.github.qbconnector.impl.online.IntuitOAuth;
import io.github.qbconnector.impl.online.OnlineProvider;
import io.github.qbconnector.impl.vault.ConnectionVault;
import io.github.qbconnector.impl.vault.Database;
import io.github.qbconnector.impl.vault.FlowVault;
import io.github.qbconnector.impl.vault.JdbcVault;
import io.github.qbconnector.impl.vault.MemoryVault;
import io.github.qbconnector.impl.web.Callers;
import io.github.qbconnector.impl.web.Door;
import io.github.qbconnector.impl.web.Endpoints;
import io.github.qbconnector.impl.web.GateAnswers;
import io.github.qbconnector.impl.web.Links;
import io.github.qbconnector.impl.web.WebConnector;
import io.github.qbconnector.spi.ConnectPolicy;
import io.github.qbconnector.spi.OwnerResolver;
import io.github.qbconnector.spi.PageRenderer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds all rooms of one deployment with plain constructors, and closes what must be closed. */
final class Assembly implements AutoCloseable {
  private static final Optional<String> THE_APPLICATION = Optional.of("application");

  /** What the application and its server bring. */
  record Surroundings(
      Clock clock,
      Executor background,
      Database.OwnTransaction ownTransaction,
      ProviderGuard guard,
      ConnectionEvents events,
      Supplier<@Nullable String> containerCaller,
      @Nullable OwnerResolver ownerResolver,
      ConnectPolicy policy,
      PageRenderer renderer) {}

  /** One connector with its verbs. */
  record Connector(ConnectorOnline connector, IntuitOAuth oauth) {}

  private final HttpTransport transport;
  private final OwnerResolver owners;
  private final GateKeeper gate;
  private final Door door;
  private final Endpoints endpoints;
  private final Map<String, Connector> connectors = new LinkedHashMap<>();

  Assembly(LiveSettings settings, Surroundings around) {
    Settings deployed = settings.last();
    Clock clock = around.clock();
    Supplier<Sealer> sealer = sealer(settings);
    ConnectionVault vault;
    FlowVault flows;
    String dataSource = deployed.store().dataSource();
    if (dataSource == null) {
      MemoryVault memory = new MemoryVault(clock);
      vault = memory;
      flows = memory;
    } else {
      JdbcVault jdbc =
          new JdbcVault(
              new Database(
                  new DataSourceLookup(dataSource),
                  deployed.store().createSchema(),
                  around.ownTransaction()),
              sealer,
              clock);
      vault = jdbc;
      flows = jdbc;
    }
    this.transport = new JdkHttpTransport(() -> settings.current().http());
    Callers callers = new Callers(around.containerCaller());
    this.owners = owners(deployed.owner(), around.ownerResolver(), callers);
    Links links = new Links(deployed.web());
    Map<String, Lifecycle> lifecycles = new LinkedHashMap<>();
    Map<String, WebConnector> web = new LinkedHashMap<>();
    for (String name : deployed.connectors().keySet()) {
      Supplier<ConnectorSettings> now = () -> settings.current().connector(name);
      Supplier<ConnectorSettings> last = () -> settings.last().connector(name);
      OnlineProvider provider = new OnlineProvider(now, last, transport, around.guard(), clock);
      Connections connections = new Connections(name, provider, vault, settings, clock);
      Renewals renewals = new Renewals(connections, around.background(), around.events());
      Lifecycle lifecycle = new Lifecycle(connections, renewals, flows, around.events());
      Calls calls = new Calls(lifecycle);
      Pings pings = new Pings(lifecycle, calls);
      lifecycles.put(name, lifecycle);
      web.put(name, new WebConnector(name, lifecycle));
      connectors.put(
          name,
          new Connector(
              new ConnectorOnline(name, lifecycle, calls, pings, provider, owners, links),
              new IntuitOAuth(provider, calls)));
    }
    this.gate = new GateKeeper(lifecycles);
    this.door =
        new Door(
            gate,
            owners,
            callers,
            new GateAnswers(
                around.renderer(),
                links,
                name -> {
                  Lifecycle lifecycle = lifecycles.get(name);
                  return lifecycle == null ? null : lifecycle.provider().environmentLabel();
                }));
    this.endpoints =
        new Endpoints(
            web,
            deployed.web(),
            links,
            owners,
            around.policy(),
            around.renderer(),
            flows,
            sealer,
            clock);
  }

  private static Supplier<Sealer> sealer(LiveSettings settings) {
    if (settings.last().store().keys().isEmpty()) {
      Sealer ephemeral = new Sealer(List.of(EncryptionKey.ephemeral()));
      return () -> ephemeral;
    }
    return () -> new Sealer(settings.current().store().keys());
  }

  private static OwnerResolver owners(
      OwnerMode mode, @Nullable OwnerResolver resolver, Callers callers) {
    if (resolver != null) {
      return resolver;
    }
    return mode == OwnerMode.APPLICATION ? () -> THE_APPLICATION : callers::name;
  }

  OwnerResolver owners() {
    return owners;
  }

  GateKeeper gate() {
    return gate;
  }

  Door door() {
    return door;
  }

  Endpoints endpoints() {
    return endpoints;
  }

  Connector connector(String name) {
    Connector found = connectors.get(name);
    if (found == null) {
      throw new IllegalArgumentException("There is no QuickBooks connector named " + name);
    }
    return found;
  }

  @Override
  public void close() {
    transport.close();
  }
}
