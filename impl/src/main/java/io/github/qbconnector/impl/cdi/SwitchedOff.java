package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.Product;
import io.github.qbconnector.StoreKeys;
import io.github.qbconnector.desktop.DesktopConnector;
import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.gate.GateAnswer;
import io.github.qbconnector.gate.GateDoor;
import io.github.qbconnector.gate.GateRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is injected while {@code quickbooks.enabled=false}: the application runs, calls are refused.
 */
final class SwitchedOff {
  private SwitchedOff() {}

  /** An instance of one of our injectable types that refuses every call. */
  static Object of(Class<?> type, String name, @Nullable Product configured) {
    Product product =
        configured != null
            ? configured
            : DesktopConnector.class.isAssignableFrom(type) ? Product.DESKTOP : Product.ONLINE;
    return refusing(
        type,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "name" -> name;
              case "product" -> product;
              case "connections" -> Stream.empty();
              default -> throw refusal();
            });
  }

  /** No store, no keys. */
  record NoKeys() implements StoreKeys {
    @Override
    public String sealing() {
      return "";
    }

    @Override
    public Map<String, Long> usage() {
      return Map.of();
    }
  }

  private static <T> T refusing(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                method.getDeclaringClass() == Object.class
                    ? identity(proxy, method, arguments)
                    : handler.invoke(proxy, method, arguments)));
  }

  private static Object identity(Object proxy, Method method, @Nullable Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "QuickBooks Connector (quickbooks.enabled=false)";
    };
  }

  private static NotConnectedException refusal() {
    return new NotConnectedException(
        "QuickBooks Connector is switched off by quickbooks.enabled=false.",
        ErrorDetails.of("QBC0106", Instant.now()).build(),
        null);
  }

  /** A door that is always open. */
  static final class OpenDoor implements GateDoor {
    @Override
    public @Nullable GateAnswer check(String connector, GateRequest request) {
      return null;
    }

    @Override
    public @Nullable GateAnswer explain(
        String connector, QuickBooksException failure, GateRequest request) {
      return null;
    }

    @Override
    public CallerScope enter(Supplier<@Nullable String> callerName) {
      return () -> {};
    }
  }
}
