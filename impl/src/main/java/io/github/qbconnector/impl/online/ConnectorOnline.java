package io.github.qbconnector.impl.online;

import io.github.qbconnector.Product;
import io.github.qbconnector.Secret;
import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.impl.connection.Calls;
import io.github.qbconnector.impl.connection.ConnectLinks;
import io.github.qbconnector.impl.connection.Lifecycle;
import io.github.qbconnector.impl.connection.Pings;
import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.online.OnlineConnection;
import io.github.qbconnector.online.OnlineConnector;
import io.github.qbconnector.spi.OwnerResolver;
import java.util.stream.Stream;

/** A connector to QuickBooks Online, as applications hold it. */
public final class ConnectorOnline implements OnlineConnector {
  private final String name;
  private final Lifecycle lifecycle;
  private final Calls calls;
  private final Pings pings;
  private final OnlineProvider provider;
  private final OwnerResolver owners;
  private final ConnectLinks links;

  public ConnectorOnline(
      String name,
      Lifecycle lifecycle,
      Calls calls,
      Pings pings,
      OnlineProvider provider,
      OwnerResolver owners,
      ConnectLinks links) {
    this.name = name;
    this.lifecycle = lifecycle;
    this.calls = calls;
    this.pings = pings;
    this.provider = provider;
    this.owners = owners;
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
    String owner =
        owners
            .currentOwner()
            .orElseThrow(
                () ->
                    new NotConnectedException(
                        "Nobody is logged in, so there is no current owner. Call"
                            + " connection(owner) in jobs and timers.",
                        ErrorDetails.of("QBC0105", lifecycle.connections().clock().instant())
                            .product(Product.ONLINE)
                            .build(),
                        null));
    return connection(owner);
  }

  @Override
  public OnlineConnection connection(String owner) {
    return new ConnectionOnline(
        new ConnectionKey(name, owner), lifecycle, calls, pings, provider, links);
  }

  @Override
  public Stream<OnlineConnection> connections() {
    return lifecycle.owners().map(this::connection);
  }

  @Override
  public OnlineConnection adopt(String owner, String realmId, Secret refreshToken) {
    if (!realmId.matches("\\d{1,32}")) {
      throw new IllegalArgumentException("A realm id has digits only.");
    }
    OnlineConnection connection = connection(owner);
    lifecycle.adopt(owner, realmId, refreshToken);
    return connection;
  }
}
