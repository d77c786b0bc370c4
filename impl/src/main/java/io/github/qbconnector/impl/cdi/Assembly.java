package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.Product;
import io.github.qbconnector.StoreKeys;
import io.github.qbconnector.impl.config.ConnectorSettings;
import io.github.qbconnector.impl.config.LiveSettings;
import io.github.qbconnector.impl.config.OwnerMode;
import io.github.qbconnector.impl.config.Settings;
import io.github.qbconnector.impl.connection.ChangeWatch;
import io.github.qbconnector.impl.connection.ConnectionEvents;
import io.github.qbconnector.impl.connection.CurrentOwner;
import io.github.qbconnector.impl.connection.FlowSeal;
import io.github.qbconnector.impl.connection.GateKeeper;
import io.github.qbconnector.impl.connection.Housekeeping;
import io.github.qbconnector.impl.connection.KeepAlive;
import io.github.qbconnector.impl.connection.Lifecycle;
import io.github.qbconnector.impl.connection.Renewals;
import io.github.qbconnector.impl.crypto.EncryptionKey;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.impl.http.HttpTransport;
import io.github.qbconnector.impl.http.JdkHttpTransport;
import io.github.qbconnector.impl.http.ProviderGuard;
import io.github.qbconnector.impl.store.CallersThread;
import io.github.qbconnector.impl.store.JdbcStore;
import io.github.qbconnector.impl.vault.ConnectionVault;
import io.github.qbconnector.impl.vault.FlowVault;
import io.github.qbconnector.impl.vault.KeyRotation;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import io.github.qbconnector.impl.vault.WatchedStore;
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
      ProviderGuard intuit,
      ProviderGuard conductor,
      ConnectionEvents events,
      Supplier<@Nullable String> containerCaller,
      @Nullable OwnerResolver ownerResolver,
      OwnerProfile profiles,
      ConnectPolicy policy,
      PageRenderer renderer) {}

  private final ConnectionStore store;
  private final WatchedStore watched;
  private final ConnectionVault vault;
  private final StoreKeys keys;
  private final NodeWork work;
  private final HttpTransport transport;
  private final OwnerResolver owners;
  private final GateKeeper gate;
  private final Door door;
  private final Endpoints endpoints;
  private final Map<String, ConnectorParts.Connector> connectors = new LinkedHashMap<>();

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
    this.watched = new WatchedStore(store, clock);
    ConnectionVault vault = new ConnectionVault(watched, sealer, clock);
    FlowVault flows = new FlowVault(watched, clock);
    ChangeWatch watch = new ChangeWatch(vault, around.threads());
    this.transport = new JdkHttpTransport(() -> settings.current().http());
    Callers callers = new Callers(around.containerCaller());
    this.owners = owners(deployed.owner(), around.ownerResolver(), callers);
    Links links = new Links(deployed.web(), new FlowSeal(sealer), clock);
    Map<String, Lifecycle> lifecycles = new LinkedHashMap<>();
    Map<String, WebConnector> web = new LinkedHashMap<>();
    Map<String, KeepAlive> keepers = new HashMap<>();
    List<Renewals> renewals = new ArrayList<>();
    ConnectorParts parts =
        new ConnectorParts(
            settings, around, transport, vault, flows, watch, new CurrentOwner(owners), links);
    for (ConnectorSettings connector : deployed.connectors().values()) {
      String name = connector.name();
      ConnectorParts.Built built =
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
    KeyRotation rotation = new KeyRotation(watched, sealer);
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
          .log(System.Logger.Level.DEBUG, "The store is not open yet", e);
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

  ConnectorParts.Connector connector(String name) {
    ConnectorParts.Connector found = connectors.get(name);
    if (found == null) {
      throw new IllegalArgumentException("There is no QuickBooks connector named " + name);
    }
    return found;
  }

  @Override
  public void close() {
    watched.end();
    work.close();
    transport.close();
    if (store instanceof JdbcStore ours) {
      ours.close();
    }
  }
}
