package io.github.qbconnector.impl.online;

import io.github.qbconnector.ConnectLink;
import io.github.qbconnector.ConnectRequest;
import io.github.qbconnector.ConnectionDetails;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.impl.connection.ConnectLinks;
import io.github.qbconnector.impl.connection.ConsentFlow;
import io.github.qbconnector.impl.connection.GrantCalls;
import io.github.qbconnector.impl.connection.Lifecycle;
import io.github.qbconnector.impl.connection.Pings;
import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.online.AccountingReader;
import io.github.qbconnector.online.OnlineConnection;

/** A handle on one owner's connection; without state of its own. */
record ConnectionOnline(
    ConnectionKey key,
    Lifecycle lifecycle,
    ConsentFlow flow,
    GrantCalls calls,
    Pings pings,
    OnlineProvider provider,
    ConnectLinks links)
    implements OnlineConnection {

  @Override
  public String owner() {
    return key.owner();
  }

  @Override
  public ConnectionStatus status() {
    return lifecycle.status(owner());
  }

  @Override
  public ConnectionStatus ping() {
    return pings.ping(owner());
  }

  @Override
  public ConnectionDetails details() {
    return lifecycle.requireDetails(owner());
  }

  @Override
  public ConnectLink connectLink(ConnectRequest request) {
    return links.link(key.connector(), request);
  }

  @Override
  public void disconnect() {
    flow.disconnect(owner());
  }

  @Override
  public AccountingReader accounting() {
    return new AccountingReads(owner(), calls, provider);
  }

  @Override
  public String toString() {
    return "QuickBooks connection of " + owner() + " through " + key.connector();
  }
}
