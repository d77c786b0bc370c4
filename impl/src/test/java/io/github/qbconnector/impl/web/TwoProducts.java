package io.github.qbconnector.impl.web;

import io.github.qbconnector.Product;
import io.github.qbconnector.impl.connection.FlowSeal;
import io.github.qbconnector.impl.connection.GateKeeper;
import io.github.qbconnector.impl.crypto.EncryptionKey;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.impl.store.MemoryStore;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.impl.testing.DesktopBench;
import io.github.qbconnector.impl.testing.TestBrowser;
import io.github.qbconnector.impl.vault.FlowVault;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.spi.ConnectPolicy;
import io.github.qbconnector.spi.OwnerResolver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One WAR with QuickBooks Online by default and a connector {@code office} to Desktop. */
final class TwoProducts implements AutoCloseable, OwnerResolver {
  final Bench online;
  final DesktopBench office;
  final FlowSeal seal;
  final Links links;
  final Callers callers = new Callers(() -> null);
  final Door door;
  final TestBrowser browser;

  volatile Optional<String> owner = Optional.of("june");

  /** Which connectors June works with. */
  volatile List<String> used = List.of("default", "office");

  /** What the application lets people do. */
  volatile ConnectPolicy policy = (action, connector, who) -> true;

  TwoProducts(QuickBooksSimulator simulator) {
    this.online = new Bench(simulator, Map.of());
    this.office = new DesktopBench(simulator, Map.of());
    Sealer sealer = new Sealer(List.of(EncryptionKey.ephemeral()));
    this.seal = new FlowSeal(() -> sealer);
    this.links = new Links(online.settings.last().web(), seal, simulator.clock());
    Map<String, WebConnector> connectors = new LinkedHashMap<>();
    connectors.put("default", new WebConnector("default", online.lifecycle, online.flow));
    connectors.put("office", new WebConnector("office", office.lifecycle, office.flow));
    this.browser =
        new TestBrowser(
            new Endpoints(
                connectors,
                online.settings.last().web(),
                links,
                this,
                (action, connector, who) -> policy.allows(action, connector, who),
                new HtmlPages(),
                new FlowVault(new MemoryStore(simulator.clock()), simulator.clock()),
                () -> sealer,
                simulator.clock()));
    this.browser.login = "june";
    this.door =
        new Door(
            new GateKeeper(Map.of("default", online.lifecycle, "office", office.lifecycle)),
            this,
            callers,
            new GateAnswers(new HtmlPages(), links, name -> "CUSTOM"),
            name -> name.equals("default") ? Product.ONLINE : Product.DESKTOP);
  }

  @Override
  public Optional<String> currentOwner() {
    return owner;
  }

  @Override
  public boolean uses(String connector, String who) {
    return used.contains(connector);
  }

  @Override
  public void close() {
    online.close();
    office.close();
  }
}
