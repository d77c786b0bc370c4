package io.github.qbconnector.simulator.junit;

import io.github.qbconnector.simulator.QuickBooksSimulator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class an {@link QuickBooksSimulator}: one server per class, as new for each test, as
 * a parameter of constructors, life cycle methods and tests. What a {@code @BeforeAll} method does
 * to it lasts for the first test only.
 */
public final class SimulatorExtension
    implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(SimulatorExtension.class);

  /** Called by JUnit. */
  public SimulatorExtension() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    simulator(context);
  }

  /** After, not before each test: so the constructor of the next one already sees a new world. */
  @Override
  public void afterEach(ExtensionContext context) {
    simulator(context).reset();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    // A nested class finds nothing in its own store and leaves the server of the outer one alone.
    QuickBooksSimulator own =
        context.getStore(NAMESPACE).remove(QuickBooksSimulator.class, QuickBooksSimulator.class);
    if (own != null) {
      own.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == QuickBooksSimulator.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return simulator(context);
  }

  private static QuickBooksSimulator simulator(ExtensionContext context) {
    // The store of the method sees the one of its class, so this is the class's server.
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            QuickBooksSimulator.class,
            key -> QuickBooksSimulator.start(),
            QuickBooksSimulator.class);
  }
}
