package io.github.qbconnector.benchmarks;

import java.util.Hashtable;
import java.util.concurrent.atomic.AtomicReference;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The smallest JNDI: one DataSource under one name, as a server would offer it. */
public final class OneDataSource implements InitialContextFactory {
  static final String NAME = "jdbc/quickbooks";

  private static final AtomicReference<@Nullable DataSource> PROVIDED = new AtomicReference<>();

  static void provide(DataSource dataSource) {
    PROVIDED.set(dataSource);
    System.setProperty(Context.INITIAL_CONTEXT_FACTORY, OneDataSource.class.getName());
  }

  @Override
  @SuppressWarnings("JdkObsolete") // the type is JNDI's
  public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
    return new InitialContext(true) {
      @Override
      public Object lookup(String name) throws NamingException {
        DataSource dataSource = PROVIDED.get();
        if (dataSource == null || !name.equals(NAME)) {
          throw new NameNotFoundException(name);
        }
        return dataSource;
      }
    };
  }
}
