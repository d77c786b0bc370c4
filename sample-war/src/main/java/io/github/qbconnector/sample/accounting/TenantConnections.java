package io.github.qbconnector.sample.accounting;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.Product;
import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.QuickBooksConnection;
import io.github.qbconnector.desktop.DesktopConnector;
import io.github.qbconnector.online.OnlineConnector;
import io.github.qbconnector.sample.tenancy.TenantOwner;
import io.github.qbconnector.sample.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** Each tenant's connection to its QuickBooks, whichever product that is. */
@ApplicationScoped
public class TenantConnections {

  private static final Set<ConnectionState> UNMADE =
      EnumSet.of(ConnectionState.NOT_CONNECTED, ConnectionState.CONNECTING);

  @Inject private Tenants tenants;
  @Inject private OnlineConnector online;

  @Inject
  @QuickBooks(TenantOwner.DESKTOP)
  private DesktopConnector desktop;

  public QuickBooksConnection of(String tenantId) {
    return isDesktop(tenantId) ? desktop.connection(tenantId) : online.connection(tenantId);
  }

  /** All that were made; a set-up that nobody has finished is none. */
  public Stream<QuickBooksConnection> all() {
    Stream<QuickBooksConnection> known = Stream.concat(online.connections(), desktop.connections());
    return known.filter(connection -> !UNMADE.contains(connection.status().state()));
  }

  private boolean isDesktop(String tenantId) {
    return tenants.product(tenantId).filter(Product.DESKTOP::equals).isPresent();
  }
}
