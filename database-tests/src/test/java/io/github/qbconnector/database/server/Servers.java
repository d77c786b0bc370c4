package io.github.qbconnector.database.server;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the servers to the tests: each is started when it is first asked for, once for all. */
public final class Servers implements ParameterResolver {
  private static final Namespace SERVERS = Namespace.create(Servers.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    return type == Postgres.class || type == MariaDb.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Path target = Path.of(System.getProperty("tests.target", "target")).toAbsolutePath();
    ExtensionContext.Store servers = test.getRoot().getStore(SERVERS);
    // The store closes them after the last test.
    return parameter.getParameter().getType() == Postgres.class
        ? servers.getOrComputeIfAbsent(
            Postgres.class, key -> Postgres.start(target), Postgres.class)
        : servers.getOrComputeIfAbsent(MariaDb.class, key -> MariaDb.start(target), MariaDb.class);
  }
}
