package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.Product;
import io.github.qbconnector.QuickBooksConnector;
import io.github.qbconnector.StoreKeys;
import io.github.qbconnector.impl.config.ConnectorSettings;
import io.github.qbconnector.impl.config.LiveSettings;
import io.github.qbconnector.impl.config.OwnerMode;
import io.github.qbconnector.impl.config.Settings;
import io.github.qbconnector.impl.connection.ChangeWatch;
import io.github.qbconnector.impl.connection.ConnectionEvents;
import io.github.qbconnector.impl.connection.Connections;
import io.github.qbconnector.impl.connection.ConsentFlow;
import io.github.qbconnector.impl.connection.CurrentOwner;
import io.github.qbconnector.impl.connection.EndUserCalls;
import io.github.qbconnector.impl.connection.FlowSeal;
import io.github.qbconnector.impl.connection.GateKeeper;
import io.github.qbconnector.impl.connection.GrantCalls;
import io.github.qbconnector.impl.connection.Housekeeping;
import io.github.qbconnector.impl.connection.KeepAlive;
import io.github.qbconnector.impl.connection.Lifecycle;
import io.github.qbconnector.impl.connection.LinkFlow;
import io.github.qbconnector.impl.connection.Provider;
import io.github.qbconnector.impl.connection.Renewals;
import io.github.qbconnector.impl.connection.Rounds;
import io.github.qbconnector.impl.crypto.EncryptionKey;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.impl.desktop.ConductorVerbs;
import io.github.qbconnector.impl.desktop.ConnectorDesktop;
import io.github.qbconnector.impl.desktop.DesktopProvider;
import io.github.qbconnector.impl.http.HttpTransport;
import io.github.qbconnector.impl.http.JdkHttpTransport;
import io.github.qbconnector.impl.http.ProviderGuard;
import io.github.qbconnector.impl.online.ConnectorOnline;
import io.github.qbconnector.impl.online.IntuitOAuth;
import io.github.qbconnector.impl.online.OnlineProvider;
import io.github.qbconnector.impl.store.CallersThread;
import io.github.qbconnector.impl.store.JdbcStore;
import io.github.qbconnector.impl.vault.ConnectionVault;
import io.github.qbconnector.impl.vault.FlowVault;
import io.github.qbconnector.impl.vault.KeyRotation;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import io.github.qbconnector.impl.web.Callers;
import io.github.qbconnector.impl.web.Door;
import io.github.qbconnector.impl.web.Endpoints;
import io.github.qbconnector.impl.web.GateAnswers;
import io.github.qbconnector.impl.web.Links;
import io.github.qbconnector.impl.web.WebConnector;
import io.github.qbconnector.spi.ConnectPolicy;
import io.github.qbconnector.spi.ConnectionStore;
import io.github.qbconnector.spi.ConnectionStore.Changes;
import io.github.qbconnector.spi.OwnerProfile;
import io.github.qbconnector.spi.OwnerResolver;
import io.github.qbconnector.spi.PageRenderer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds all rooms of one deployment with plain constructors, and closes what must be closed. */
final class Assembly implements AutoCloseable {
  private static final Optional<String> THE_APPLICATION = Optional.of("application");

  /** What the application and its server bring. */
  record Surroundings(
      Clock clock,
      ContainerThreads threads,
      CallersThread.OwnTransaction ownTransaction,
      @Nullable ConnectionStore ownStore,
      ProviderGuard guard,
      ConnectionEvents events,
      Supplier<@Nullable String> containerCaller,
      @Nullable OwnerResolver ownerResolver,
      OwnerProfile profiles,
      ConnectPolicy policy,
      PageRenderer renderer) {}

  /** One connector with its provider's verbs. */
  record Connector(QuickBooksConnector connector, Object verbs) {

    /** Whichever of the two is of this type. */
    Object as(Class<?> type) {
      return type.isInstance(connector) ? connector : verbs;
    }
  }

  private final ConnectionStore store;
  private final ConnectionVault vault;
  private final StoreKeys keys;
  private final NodeWork work;
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
    this.store =
        Stores.open(
            deployed.store(),
            around.ownStore(),
            around.threads()::lend,
            around.ownTransaction(),
            clock);
    ConnectionVault vault = new ConnectionVault(store, sealer, clock);
    FlowVault flows = new FlowVault(store, clock);
    ChangeWatch watch = new ChangeWatch(vault, around.threads());
    this.transport = new JdkHttpTransport(() -> settings.current().http());
    Callers callers = new Callers(around.containerCaller());
    this.owners = owners(deployed.owner(), around.ownerResolver(), callers);
    Links links = new Links(deployed.web(), new FlowSeal(sealer), clock);
    Map<String, Lifecycle> lifecycles = new LinkedHashMap<>();
    Map<String, WebConnector> web = new LinkedHashMap<>();
    Map<String, KeepAlive> keepers = new HashMap<>();
    List<Renewals> renewals = new ArrayList<>();
    Parts parts =
        new Parts(
            settings, around, transport, vault, flows, watch, new CurrentOwner(owners), links);
    for (ConnectorSettings connector : deployed.connectors().values()) {
      String name = connector.name();
      Built built =
          connector.product() == Product.ONLINE ? parts.online(name) : parts.desktop(name);
      lifecycles.put(name, built.web().lifecycle());
      web.put(name, built.web());
      connectors.put(name, built.connector());
      Renewals renewing = built.renewals();
      if (renewing != null) {
        renewals.add(renewing);
        keepers.put(
            name, new KeepAlive(built.web().lifecycle().connections(), renewing, around.events()));
      }
    }
    this.vault = vault;
    KeyRotation rotation = new KeyRotation(store, sealer);
    this.keys = new KeysInUse(rotation, clock);
    Housekeeping housekeeping = new Housekeeping(vault, rotation, keepers, clock);
    watch.alongside(housekeeping::runIfDue);
    this.work = new NodeWork(housekeeping, renewals, around.threads());
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
                }),
            name -> {
              Lifecycle lifecycle = lifecycles.get(name);
              return lifecycle == null ? null : lifecycle.provider().product();
            });
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

  /** A connector as applications, and as the endpoints see it. */
  private record Built(Connector connector, WebConnector web, @Nullable Renewals renewals) {}

  /** What all connectors are built from. */
  private record Parts(
      LiveSettings settings,
      Surroundings around,
      HttpTransport transport,
      ConnectionVault vault,
      FlowVault flows,
      ChangeWatch watch,
      CurrentOwner owner,
      Links links) {

    Built online(String name) {
      OnlineProvider provider =
          new OnlineProvider(
              () -> settings.current().connector(name),
              () -> settings.last().connector(name),
              transport,
              around.guard(),
              around.clock());
      Connections connections = connections(name, provider);
      Renewals renewals = new Renewals(connections, provider, around.threads(), around.events());
      Lifecycle lifecycle = new Lifecycle(connections, renewals);
      ConsentFlow flow = new ConsentFlow(lifecycle, provider, flows, around.events());
      GrantCalls calls = new GrantCalls(lifecycle, renewals);
      return new Built(
          new Connector(
              new ConnectorOnline(name, lifecycle, flow, calls, provider, owner, links),
              new IntuitOAuth(provider, calls)),
          new WebConnector(name, lifecycle, flow),
          renewals);
    }

    Built desktop(String name) {
      DesktopProvider provider =
          new DesktopProvider(
              () -> settings.current().connector(name),
              () -> settings.last().connector(name),
              transport,
              around.guard(),
              around.clock());
      Connections connections = connections(name, provider);
      Rounds rounds = new Rounds(connections, provider, around.threads(), around.events());
      Lifecycle lifecycle = new Lifecycle(connections, rounds);
      LinkFlow flow = new LinkFlow(lifecycle, rounds, provider, around.profiles(), around.events());
      EndUserCalls calls = new EndUserCalls(lifecycle, rounds);
      return new Built(
          new Connector(
              new ConnectorDesktop(name, lifecycle, flow, calls, provider, owner, links),
              new ConductorVerbs(provider)),
          new WebConnector(name, lifecycle, flow),
          null);
    }

    private Connections connections(String name, Provider provider) {
      return new Connections(name, provider, vault, settings, watch, around.clock());
    }
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

  StoreKeys keys() {
    return keys;
  }

  /** Opens the store before anybody needs it, while connections to it are to be had. */
  void openStore() {
    try {
      Changes unused = vault.changes(0);
    } catch (VaultUnavailableException e) {
      System.getLogger("io.github.qbconnector")
          .log(
              System.Logger.Level.WARNING,
              "QBC0302: the store of QuickBooks connections does not answer yet: {0}",
              e.getMessage());
    }
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
    work.close();
    transport.close();
    if (store instanceof JdbcStore ours) {
      ours.close();
    }
  }
}
