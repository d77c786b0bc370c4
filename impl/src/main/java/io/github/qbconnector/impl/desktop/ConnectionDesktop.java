package io.github.qbconnector.impl.desktop;

import io.github.qbconnector.ConnectLink;
import io.github.qbconnector.ConnectRequest;
import io.github.qbconnector.ConnectionDetails;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.desktop.CompanyFile;
import io.github.qbconnector.desktop.DesktopConnection;
import io.github.qbconnector.impl.connection.ConnectLinks;
import io.github.qbconnector.impl.connection.EndUserCalls;
import io.github.qbconnector.impl.connection.Lifecycle;
import io.github.qbconnector.impl.connection.LinkFlow;
import io.github.qbconnector.impl.connection.Pings;
import io.github.qbconnector.impl.vault.ConnectionKey;

/** A handle on one owner's connection; without state of its own. */
record ConnectionDesktop(
    ConnectionKey key,
    Lifecycle lifecycle,
    LinkFlow flow,
    EndUserCalls calls,
    Pings pings,
    DesktopProvider provider,
    ConnectLinks links)
    implements DesktopConnection {

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
    return links.invitation(key, request, provider.linkExpiry());
  }

  @Override
  public void disconnect() {
    flow.disconnect(owner());
  }

  @Override
  public void disconnectAndDeleteEndUser() {
    flow.disconnectAndDelete(owner());
  }

  @Override
  public CompanyFile companyFile() {
    return new DesktopReads(owner(), calls, provider);
  }

  @Override
  public String toString() {
    return "QuickBooks Desktop connection of " + owner() + " through " + key.connector();
  }
}
