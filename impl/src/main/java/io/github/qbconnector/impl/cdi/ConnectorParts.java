package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.QuickBooksConnector;
import io.github.qbconnector.impl.config.LiveSettings;
import io.github.qbconnector.impl.connection.ChangeWatch;
import io.github.qbconnector.impl.connection.Connections;
import io.github.qbconnector.impl.connection.ConsentFlow;
import io.github.qbconnector.impl.connection.CurrentOwner;
import io.github.qbconnector.impl.connection.EndUserCalls;
import io.github.qbconnector.impl.connection.GrantCalls;
import io.github.qbconnector.impl.connection.Lifecycle;
import io.github.qbconnector.impl.connection.LinkFlow;
import io.github.qbconnector.impl.connection.Provider;
import io.github.qbconnector.impl.connection.Renewals;
import io.github.qbconnector.impl.connection.Rounds;
import io.github.qbconnector.impl.desktop.ConductorVerbs;
import io.github.qbconnector.impl.desktop.ConnectorDesktop;
import io.github.qbconnector.impl.desktop.DesktopProvider;
import io.github.qbconnector.impl.http.HttpTransport;
import io.github.qbconnector.impl.online.ConnectorOnline;
import io.github.qbconnector.impl.online.IntuitOAuth;
import io.github.qbconnector.impl.online.OnlineProvider;
import io.github.qbconnector.impl.vault.ConnectionVault;
import io.github.qbconnector.impl.vault.FlowVault;
import io.github.qbconnector.impl.web.Links;
import io.github.qbconnector.impl.web.WebConnector;
import org.jspecify.annotations.Nullable;

/** What all connectors of a deployment are built from, and how. */
record ConnectorParts(
    LiveSettings settings,
    Assembly.Surroundings around,
    HttpTransport transport,
    ConnectionVault vault,
    FlowVault flows,
    ChangeWatch watch,
    CurrentOwner owner,
    Links links) {

  /** One connector with its provider's verbs. */
  record Connector(QuickBooksConnector connector, Object verbs) {

    /** Whichever of the two is of this type. */
    Object as(Class<?> type) {
      return type.isInstance(connector) ? connector : verbs;
    }
  }

  /** A connector as applications, and as the endpoints see it. */
  record Built(Connector connector, WebConnector web, @Nullable Renewals renewals) {}

  Built online(String name) {
    OnlineProvider provider =
        new OnlineProvider(
            () -> settings.current().connector(name),
            () -> settings.last().connector(name),
            transport,
            around.intuit(),
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
            around.conductor(),
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
