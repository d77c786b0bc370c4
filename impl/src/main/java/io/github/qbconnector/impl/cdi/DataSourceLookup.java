package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.impl.store.StoreUnavailableException;
import java.util.List;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Finds the configured DataSource when it is first needed, by the names servers know it under. */
final class DataSourceLookup implements Supplier<DataSource> {
  private final String name;
  private volatile @Nullable DataSource found;

  DataSourceLookup(String name) {
    this.name = name;
  }

  @Override
  @SuppressWarnings("BanJNDI") // the name is operations', never a user's
  public DataSource get() {
    DataSource known = found;
    if (known != null) {
      return known;
    }
    NamingException last = new NamingException(name);
    for (String prefix : List.of("", "java:comp/env/", "java:/", "openejb:Resource/")) {
      try {
        DataSource dataSource = InitialContext.doLookup(prefix + name);
        found = dataSource;
        return dataSource;
      } catch (NamingException e) {
        last = e;
      }
    }
    throw new StoreUnavailableException(
        "There is no DataSource at the JNDI name '"
            + name
            + "' (quickbooks.store.data-source); define it on the server.",
        last);
  }
}
