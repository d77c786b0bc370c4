package io.github.qbconnector.impl.config;

import io.github.qbconnector.Product;
import io.github.qbconnector.QuickBooks;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the keys of section "Configuration" of the reference into {@link Settings}. */
public final class SettingsReader {
  /** The path every redirect URI ends in. */
  public static final String CALLBACK_PATH = "/quickbooks/callback";

  private static final String PREFIX = "quickbooks.";
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Keys keys;
  private final boolean ownerResolverPresent;
  private final boolean ownStore;

  /**
   * @param ownerResolverPresent whether the application has a bean that says who owns
   * @param ownStore whether it has a bean that keeps the connections
   */
  public SettingsReader(Keys keys, boolean ownerResolverPresent, boolean ownStore) {
    this.keys = keys;
    this.ownerResolverPresent = ownerResolverPresent;
    this.ownStore = ownStore;
  }

  /** Whether the connector is switched on at all. Everything but {@code false} means yes. */
  public static boolean enabled(Keys keys) {
    return !keys.value("quickbooks.enabled").map(String::trim).orElse("").equalsIgnoreCase("false");
  }

  /** The names of all connectors, without validating anything else; the default one first. */
  public static List<String> connectorNames(Keys keys) {
    ValueReader in = new ValueReader(keys);
    List<String> named = in.list("quickbooks.connectors");
    List<String> all = new ArrayList<>();
    if (named.isEmpty() || in.text("quickbooks.product").isPresent()) {
      all.add(QuickBooks.DEFAULT);
    }
    named.stream().filter(n -> !all.contains(n)).forEach(all::add);
    return all;
  }

  /** The prefix of a connector's keys. */
  public static String prefix(String connector) {
    return connector.equals(QuickBooks.DEFAULT) ? PREFIX : PREFIX + "connector." + connector + ".";
  }

  /**
   * Reads and validates everything.
   *
   * @throws InvalidConfigurationException naming every key that is missing or wrong
   */
  public Settings read() {
    ValueReader in = new ValueReader(keys);
    in.flag("quickbooks.enabled", true);
    checkSecrets(in);
    OwnerMode owner = owner(in);
    Map<String, ConnectorSettings> connectors = new LinkedHashMap<>();
    for (String name : connectorNames(keys)) {
      if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,39}")) {
        in.problem(
            "quickbooks.connectors",
            ValueReader.quoted(name),
            "names of letters, digits, '-' and '_', at most 40 characters");
        continue;
      }
      ConnectorSettings connector = connector(in, name);
      if (connector != null) {
        connectors.put(name, connector);
      }
    }
    StoreSettings store =
        StoreReader.read(
            in, ownStore, connectorNames(keys).stream().anyMatch(name -> isReal(in, name)));
    WebSettings web =
        WebReader.read(
            in, connectors, connectorNames(keys).stream().anyMatch(name -> isDesktop(in, name)));
    oneProjectForEach(in, connectors);
    HttpSettings http = http(in);
    if (!in.problems().isEmpty() || web == null) {
      throw new InvalidConfigurationException(in.problems());
    }
    return new Settings(owner, store, web, http, Collections.unmodifiableMap(connectors));
  }

  /** A directory that is not there, or a file that is not read, would silently say nothing. */
  private static void checkSecrets(ValueReader in) {
    String directory = in.text(SecretFiles.DIRECTORY).orElse("");
    if (directory.isEmpty()) {
      return;
    }
    if (!Files.isDirectory(Path.of(directory))) {
      in.problem(
          SecretFiles.DIRECTORY,
          ValueReader.quoted(directory),
          "a directory that the server may read, with a file per key");
      return;
    }
    for (String key : SecretFiles.misplaced(Path.of(directory))) {
      in.problem(
          key,
          "a file in " + directory,
          "a place in the server's other configuration, since it does not change while the"
              + " application runs");
    }
  }

  /** The product of a connector, as far as the configuration says one. */
  public static Optional<Product> product(Keys keys, String connector) {
    return Optional.ofNullable(
        new ValueReader(keys).choice(prefix(connector) + "product", Product.class, null));
  }

  /** End-users are found by owner, so connectors that share a project would share companies. */
  private static void oneProjectForEach(ValueReader in, Map<String, ConnectorSettings> connectors) {
    Map<String, String> byProject = new HashMap<>();
    for (ConnectorSettings connector : connectors.values()) {
      DesktopSettings desktop = connector.desktop();
      String other =
          desktop == null ? null : byProject.putIfAbsent(desktop.binding(), connector.name());
      if (other != null) {
        in.problem(
            prefix(connector.name()) + "desktop.publishable-key",
            "the key of connector '" + other + "'",
            "the keys of another Conductor project: two connectors with one project would share"
                + " every owner's company file");
      }
    }
  }

  private OwnerMode owner(ValueReader in) {
    if (ownerResolverPresent) {
      return OwnerMode.RESOLVER;
    }
    String key = "quickbooks.owner";
    String expected =
        "application (one company for the whole WAR) or principal (one per login), or a bean of"
            + " type OwnerResolver in the application";
    String value = in.requiredText(key, expected);
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "application" -> OwnerMode.APPLICATION;
      case "principal", "" -> OwnerMode.PRINCIPAL;
      default -> {
        in.problem(key, ValueReader.quoted(value), expected);
        yield OwnerMode.PRINCIPAL;
      }
    };
  }

  private @Nullable ConnectorSettings connector(ValueReader in, String name) {
    String prefix = prefix(name);
    Product product = in.choice(prefix + "product", Product.class, null);
    if (product == null) {
      return null;
    }
    boolean isOnline = product == Product.ONLINE;
    OnlineSettings online = isOnline ? ProductReader.online(in, prefix + "online.") : null;
    DesktopSettings desktop = isOnline ? null : ProductReader.desktop(in, prefix + "desktop.");
    GateSettings gate = gate(in, prefix + "gate.", isOnline);
    Duration readTimeout =
        in.duration(
            "quickbooks.http.read-timeout",
            Duration.ofSeconds(isOnline ? 130 : 100),
            SECOND,
            Duration.ofMinutes(10));
    return online == null && desktop == null
        ? null
        : new ConnectorSettings(name, product, online, desktop, gate, readTimeout);
  }

  private static GateSettings gate(ValueReader in, String prefix, boolean online) {
    GateMode mode = in.choice(prefix + "mode", GateMode.class, GateMode.ENFORCE);
    Duration maxAge =
        in.duration(
            prefix + "max-age",
            online ? Duration.ofHours(1) : Duration.ofMinutes(15),
            SECOND,
            Duration.ofDays(30));
    Duration maxStale =
        in.duration(
            prefix + "max-stale",
            online ? Duration.ofHours(4) : Duration.ofHours(1),
            SECOND,
            Duration.ofDays(30));
    if (maxStale.compareTo(maxAge) < 0) {
      in.problem(prefix + "max-stale", maxStale.toString(), "at least max-age, which is " + maxAge);
    }
    Duration wait =
        in.duration(prefix + "wait", Duration.ofSeconds(3), Duration.ZERO, Duration.ofMinutes(1));
    List<String> patterns = in.list(prefix + "url-patterns");
    List<String> excluded = in.list(prefix + "exclude-patterns");
    checkPatterns(in, prefix + "url-patterns", patterns);
    checkPatterns(in, prefix + "exclude-patterns", excluded);
    return new GateSettings(
        patterns, excluded, mode == null ? GateMode.ENFORCE : mode, maxAge, maxStale, wait);
  }

  private static void checkPatterns(ValueReader in, String key, List<String> patterns) {
    for (String pattern : patterns) {
      boolean suffix = pattern.startsWith("*.") && pattern.indexOf('/') < 0;
      boolean path =
          pattern.startsWith("/")
              && (pattern.indexOf('*') < 0
                  || (pattern.endsWith("/*") && pattern.indexOf('*') == pattern.length() - 1));
      if (!suffix && !path) {
        in.problem(
            key,
            ValueReader.quoted(pattern),
            "servlet URL patterns such as /accounting/*, /report or *.jsf");
      }
    }
  }

  /** Whether users of a connector meet their real companies; decided by what is said of it. */
  private static boolean isReal(ValueReader in, String name) {
    String prefix = prefix(name);
    return isDesktop(in, name)
        ? in.text(prefix + "desktop.base-url").isEmpty()
        : in.text(prefix + "online.environment").orElse("").equalsIgnoreCase("production");
  }

  static boolean isDesktop(ValueReader in, String name) {
    return in.text(prefix(name) + "product").orElse("").equalsIgnoreCase("desktop");
  }

  private static HttpSettings http(ValueReader in) {
    Duration connectTimeout =
        in.duration("quickbooks.http.connect-timeout", Duration.ofSeconds(10), SECOND, DAY);
    String proxyKey = "quickbooks.http.proxy";
    URI proxy =
        in.text(proxyKey).map(v -> in.url(proxyKey, v, "http://host:port of a proxy")).orElse(null);
    if (proxy != null && proxy.getPort() < 1) {
      in.problem(proxyKey, ValueReader.quoted(proxy.toString()), "http://host:port of a proxy");
    }
    return new HttpSettings(connectTimeout, proxy);
  }
}
