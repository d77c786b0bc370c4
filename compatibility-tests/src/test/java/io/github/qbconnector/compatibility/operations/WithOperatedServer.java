package io.github.qbconnector.compatibility.operations;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Sees to it that the server of operations runs, one for all tests. */
final class WithOperatedServer implements BeforeAllCallback, ParameterResolver {
  private static final Namespace OURS = Namespace.create(WithOperatedServer.class);

  @Override
  public void beforeAll(ExtensionContext test) {
    OperatedServer unused = running(test);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == OperatedServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return running(test);
  }

  private static OperatedServer running(ExtensionContext test) {
    // The store closes it after the last test.
    return test.getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent(OperatedServer.class, key -> start(), OperatedServer.class);
  }

  private static OperatedServer start() {
    int databasePort = Integer.parseInt(Place.property("compat.postgres.port"));
    OperatedDatabase.create(databasePort);
    return OperatedServer.start(databasePort);
  }
}
