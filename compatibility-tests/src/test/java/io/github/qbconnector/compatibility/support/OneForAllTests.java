package io.github.qbconnector.compatibility.support;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Sees to it that something runs that is slow to start, one for all tests.
 *
 * @param <T> what runs; it is closed after the last test
 */
public abstract class OneForAllTests<T extends AutoCloseable>
    implements BeforeAllCallback, ParameterResolver {
  private final Class<T> type;

  /** For a type of parameter. */
  protected OneForAllTests(Class<T> type) {
    this.type = type;
  }

  /** Starts it, when the first test needs it. */
  protected abstract T start();

  @Override
  public void beforeAll(ExtensionContext test) {
    T unused = running(test);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == type;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return running(test);
  }

  private T running(ExtensionContext test) {
    // The store closes it after the last test.
    return test.getRoot()
        .getStore(Namespace.create(OneForAllTests.class))
        .getOrComputeIfAbsent(type, key -> start(), type);
  }
}
