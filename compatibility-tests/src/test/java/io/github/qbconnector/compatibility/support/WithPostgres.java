package io.github.qbconnector.compatibility.support;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Sees to it that PostgreSQL runs, one for all tests. */
public final class WithPostgres implements BeforeAllCallback, ParameterResolver {
  private static final Namespace OURS = Namespace.create(WithPostgres.class);

  @Override
  public void beforeAll(ExtensionContext test) {
    Postgres unused = running(test);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Postgres.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return running(test);
  }

  private static Postgres running(ExtensionContext test) {
    // The store closes it after the last test.
    return test.getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent(Postgres.class, key -> Postgres.start(), Postgres.class);
  }
}
