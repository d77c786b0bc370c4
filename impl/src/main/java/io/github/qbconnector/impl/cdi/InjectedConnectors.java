package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.Product;
import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.QuickBooksConnector;
import io.github.qbconnector.desktop.ConductorClient;
import io.github.qbconnector.desktop.DesktopConnector;
import io.github.qbconnector.impl.config.Problem;
import io.github.qbconnector.impl.config.SettingsReader;
import io.github.qbconnector.online.IntuitOAuthClient;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the application wants injected, compared with what is configured: a wrong name or product is
 * told at deployment in our words, with what to add, before the container says "unsatisfied".
 */
final class InjectedConnectors {
  /** What can be injected for a connector, and the product it is of, unless it is of every one. */
  private enum Injectable {
    CONNECTOR(QuickBooksConnector.class, null),
    ONLINE(OnlineConnector.class, Product.ONLINE),
    INTUIT(IntuitOAuthClient.class, Product.ONLINE),
    DESKTOP(DesktopConnector.class, Product.DESKTOP),
    CONDUCTOR(ConductorClient.class, Product.DESKTOP);

    private final Class<?> type;
    private final @Nullable Product product;

    Injectable(Class<?> type, @Nullable Product product) {
      this.type = type;
      this.product = product;
    }

    static Optional<Injectable> of(Class<?> type) {
      return Arrays.stream(values()).filter(i -> i.type == type).findFirst();
    }

    boolean fits(@Nullable Product configured) {
      return configured == null || product == null || product == configured;
    }
  }

  /** One kind of injection point. */
  record Wanted(String connector, Class<?> type) {
    @Nullable Product product() {
      return Injectable.of(type).map(i -> i.product).orElse(null);
    }
  }

  private final Map<Wanted, String> places = new LinkedHashMap<>();

  /** The types to inject for a connector of a product; all of them if it has none. */
  static List<Class<?>> types(@Nullable Product product) {
    return Arrays.stream(Injectable.values())
        .filter(i -> i.fits(product))
        .<Class<?>>map(i -> i.type)
        .toList();
  }

  void add(InjectionPoint point) {
    if (!(point.getType() instanceof Class<?> type)
        || Injectable.of(type).isEmpty()
        || point.getQualifiers().contains(Any.Literal.INSTANCE)) {
      return;
    }
    String connector =
        point.getQualifiers().stream()
            .filter(QuickBooks.class::isInstance)
            .map(q -> ((QuickBooks) q).value())
            .findFirst()
            .orElse(QuickBooks.DEFAULT);
    places.putIfAbsent(
        new Wanted(connector, type),
        point.getMember().getDeclaringClass().getName() + "." + point.getMember().getName());
  }

  /** What is wanted that a configuration does not give; each must resolve for us to be heard. */
  Set<Wanted> missing(Map<String, @Nullable Product> configured) {
    Set<Wanted> missing = new LinkedHashSet<>();
    for (Wanted wanted : places.keySet()) {
      if (!configured.containsKey(wanted.connector())
          || !types(configured.get(wanted.connector())).contains(wanted.type())) {
        missing.add(wanted);
      }
    }
    return missing;
  }

  /**
   * Every injection point that does not fit.
   *
   * @param configured the connectors and, as far as it is known, their products
   */
  List<Problem> problems(Map<String, @Nullable Product> configured) {
    List<Problem> problems = new ArrayList<>();
    places.forEach(
        (wanted, place) -> {
          Product product = configured.get(wanted.connector());
          if (!configured.containsKey(wanted.connector())) {
            problems.add(noConnector(wanted, place));
          } else if (product != null && !types(product).contains(wanted.type())) {
            problems.add(otherProduct(wanted, place, product));
          }
        });
    return problems;
  }

  private static Problem otherProduct(Wanted wanted, String place, Product configured) {
    Product expected = configured == Product.ONLINE ? Product.DESKTOP : Product.ONLINE;
    return new Problem(
        SettingsReader.prefix(wanted.connector()) + "product",
        lower(configured),
        lower(expected)
            + ", because "
            + place
            + " injects "
            + wanted.type().getSimpleName()
            + "; or inject "
            + (configured == Product.ONLINE ? "OnlineConnector" : "DesktopConnector")
            + " or QuickBooksConnector there");
  }

  private static Problem noConnector(Wanted wanted, String place) {
    boolean isDefault = wanted.connector().equals(QuickBooks.DEFAULT);
    Product product = wanted.product();
    String key = SettingsReader.prefix(wanted.connector()) + "product";
    String value = product == null ? "online or desktop" : lower(product);
    return new Problem(
        isDefault ? key : "quickbooks.connectors",
        "no connector '" + wanted.connector() + "'",
        (isDefault ? value : "'" + wanted.connector() + "' among them, and " + key + "=" + value)
            + ", because "
            + place
            + " injects it; or name another by @QuickBooks(\"…\") there");
  }

  private static String lower(Product product) {
    return product.name().toLowerCase(Locale.ROOT);
  }
}
