package io.github.qbconnector.impl.desktop;

import io.github.qbconnector.Product;
import io.github.qbconnector.desktop.DesktopConnection;
import io.github.qbconnector.desktop.DesktopConnector;
import io.github.qbconnector.impl.connection.ConnectLinks;
import io.github.qbconnector.impl.connection.CurrentOwner;
import io.github.qbconnector.impl.connection.EndUserCalls;
import io.github.qbconnector.impl.connection.Lifecycle;
import io.github.qbconnector.impl.connection.LinkFlow;
import io.github.qbconnector.impl.connection.Pings;
import io.github.qbconnector.impl.vault.ConnectionKey;
import java.util.stream.Stream;

/** A connector to QuickBooks Desktop, as applications hold it. */
public final class ConnectorDesktop implements DesktopConnector {
  private final String name;
  private final Lifecycle lifecycle;
  private final LinkFlow flow;
  private final EndUserCalls calls;
  private final Pings pings;
  private final DesktopProvider provider;
  private final CurrentOwner owner;
  private final ConnectLinks links;

  public ConnectorDesktop(
      String name,
      Lifecycle lifecycle,
      LinkFlow flow,
      EndUserCalls calls,
      DesktopProvider provider,
      CurrentOwner owner,
      ConnectLinks links) {
    this.name = name;
    this.lifecycle = lifecycle;
    this.flow = flow;
    this.calls = calls;
    this.pings = new Pings(lifecycle, o -> calls.prove(o, provider));
    this.provider = provider;
    this.owner = owner;
    this.links = links;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Product product() {
    return Product.DESKTOP;
  }

  @Override
  public DesktopConnection connection() {
    return connection(owner.require(lifecycle));
  }

  @Override
  public DesktopConnection connection(String ownerId) {
    return new ConnectionDesktop(
        new ConnectionKey(name, ownerId), lifecycle, flow, calls, pings, provider, links);
  }

  @Override
  public Stream<DesktopConnection> connections() {
    return lifecycle.owners().map(this::connection);
  }

  @Override
  public DesktopConnection adopt(String ownerId, String endUserId) {
    DesktopConnection connection = connection(ownerId);
    flow.adopt(ownerId, ConductorApi.checkedId(endUserId));
    return connection;
  }
}
