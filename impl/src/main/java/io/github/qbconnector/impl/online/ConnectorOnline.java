package io.github.qbconnector.impl.online;

import io.github.qbconnector.Product;
import io.github.qbconnector.Secret;
import io.github.qbconnector.impl.connection.ConnectLinks;
import io.github.qbconnector.impl.connection.ConsentFlow;
import io.github.qbconnector.impl.connection.CurrentOwner;
import io.github.qbconnector.impl.connection.GrantCalls;
import io.github.qbconnector.impl.connection.Lifecycle;
import io.github.qbconnector.impl.connection.Pings;
import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.online.OnlineConnection;
import io.github.qbconnector.online.OnlineConnector;
import java.util.stream.Stream;

/** A connector to QuickBooks Online, as applications hold it. */
public final class ConnectorOnline implements OnlineConnector {
  private final String name;
  private final Lifecycle lifecycle;
  private final ConsentFlow flow;
  private final GrantCalls calls;
  private final Pings pings;
  private final OnlineProvider provider;
  private final CurrentOwner owner;
  private final ConnectLinks links;

  public ConnectorOnline(
      String name,
      Lifecycle lifecycle,
      ConsentFlow flow,
      GrantCalls calls,
      OnlineProvider provider,
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
    return Product.ONLINE;
  }

  @Override
  public OnlineConnection connection() {
    return connection(owner.require(lifecycle));
  }

  @Override
  public OnlineConnection connection(String ownerId) {
    return new ConnectionOnline(
        new ConnectionKey(name, ownerId), lifecycle, flow, calls, pings, provider, links);
  }

  @Override
  public Stream<OnlineConnection> connections() {
    return lifecycle.owners().map(this::connection);
  }

  @Override
  public OnlineConnection adopt(String ownerId, String realmId, Secret refreshToken) {
    if (!realmId.matches("\\d{1,32}")) {
      throw new IllegalArgumentException("A realm id has digits only.");
    }
    OnlineConnection connection = connection(ownerId);
    flow.adopt(ownerId, realmId, refreshToken);
    return connection;
  }
}
