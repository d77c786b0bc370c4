package io.github.qbconnector.database.server;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands databases to the tests. Each class of tests has one to itself, since classes run side by
 * side; a server is started when it is first asked for, once for all.
 */
public final class Servers implements ParameterResolver {
  private static final Namespace SERVERS = Namespace.create(Servers.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    return type == Postgres.class || type == MariaDb.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    // The store closes the servers after the last test.
    ExtensionContext.Store kept = test.getRoot().getStore(SERVERS);
    String database = test.getRequiredTestClass().getSimpleName().toLowerCase(Locale.ROOT);
    return parameter.getParameter().getType() == Postgres.class
        ? postgres(kept, database)
        : mariaDb(kept, database);
  }

  private static Postgres postgres(ExtensionContext.Store kept, String database) {
    PostgresServer server =
        kept.getOrComputeIfAbsent(
            PostgresServer.class, key -> PostgresServer.start(target()), PostgresServer.class);
    return kept.getOrComputeIfAbsent(
        "postgres " + database, key -> server.create(database), Postgres.class);
  }

  private static MariaDb mariaDb(ExtensionContext.Store kept, String database) {
    MariaDbServer server =
        kept.getOrComputeIfAbsent(
            MariaDbServer.class, key -> MariaDbServer.start(target()), MariaDbServer.class);
    return kept.getOrComputeIfAbsent(
        "mariadb " + database, key -> server.create(database), MariaDb.class);
  }

  private static Path target() {
    return Path.of(System.getProperty("tests.target", "target")).toAbsolutePath();
  }
}
