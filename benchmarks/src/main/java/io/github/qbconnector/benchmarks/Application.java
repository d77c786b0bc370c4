package io.github.qbconnector.benchmarks;

import io.github.qbconnector.Secret;
import io.github.qbconnector.impl.cdi.QuickBooksExtension;
import io.github.qbconnector.online.OnlineConnector;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.weld.proxy.WeldClientProxy;

/**
 * An application with the connector in it, as a server would run it: the product's own extension on
 * Weld, configured by MicroProfile Config. Nothing of the product is built by hand here, so that
 * the figures are those of the rooms as the product puts them together. Fault Tolerance's
 * annotations do nothing here; they guard calls to the provider, which no figure contains.
 */
final class Application implements AutoCloseable {
  private static final String REALM = "9341453912000017";
  private static final String SCOPE = "com.intuit.quickbooks.accounting";

  private final SeContainer container;

  /**
   * @param more keys besides the usual ones
   */
  Application(QuickBooksSimulator simulator, Map<String, String> more) {
    // The root logger is never collected, and so keeps its level.
    Logger.getLogger("").setLevel(Level.WARNING);
    usual(simulator.intuit().url().toString()).forEach(System::setProperty);
    more.forEach(System::setProperty);
    container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addExtensions(new QuickBooksExtension())
            .initialize();
  }

  /** The keys of an application that connects each of its users. */
  static Map<String, String> usual(String intuitUrl) {
    return Map.of(
        "quickbooks.product", "online",
        "quickbooks.owner", "principal",
        "quickbooks.online.client-id", "sim-client",
        "quickbooks.online.client-secret", "sim-secret",
        "quickbooks.online.environment", "custom",
        "quickbooks.online.base-url", intuitUrl,
        "quickbooks.online.redirect-uri", "http://localhost:9080/app/quickbooks/callback",
        "quickbooks.gate.url-patterns", "/gated/*");
  }

  /** Owners as an application has them: not the same objects that the connector keeps. */
  static List<String> owners(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "user-%06d".formatted(i))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Connects an owner by a grant of the simulator, with tokens of the length of Intuit's. */
  void connect(QuickBooksSimulator simulator, String owner) {
    String refreshToken =
        simulator.intuit().grants().issue("sim-client", REALM, SCOPE).refreshToken();
    injected(OnlineConnector.class).adopt(owner, REALM, Secret.of(refreshToken));
  }

  /** What {@code @Inject} gives: a client proxy. */
  <T> T injected(Class<T> type) {
    return container.select(type).get();
  }

  /** What stands behind the client proxy. */
  <T> T behindProxy(Class<T> type) {
    T proxy = injected(type);
    // The proxy looks its instance up at the first call.
    int unused = proxy.toString().length();
    return type.cast(((WeldClientProxy) proxy).getMetadata().getContextualInstance());
  }

  @Override
  public void close() {
    container.close();
  }
}
