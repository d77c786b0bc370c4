package io.github.qbconnector.impl.config;

import io.github.qbconnector.Product;
import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.Secret;
import io.github.qbconnector.impl.crypto.EncryptionKey;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /**
   * @param ownerResolverPresent whether the application has a bean that says who owns
   */
  public SettingsReader(Keys keys, boolean ownerResolverPresent) {
    this.keys = keys;
    this.ownerResolverPresent = ownerResolverPresent;
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
    StoreSettings store = store(in, connectors);
    WebSettings web = web(in, connectors);
    HttpSettings http = http(in);
    if (!in.problems().isEmpty()) {
      throw new InvalidConfigurationException(in.problems());
    }
    return new Settings(owner, store, web, http, Collections.unmodifiableMap(connectors));
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
    OnlineSettings online = isOnline ? online(in, prefix + "online.") : null;
    DesktopSettings desktop = isOnline ? null : desktop(in, prefix + "desktop.");
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

  private static @Nullable OnlineSettings online(ValueReader in, String prefix) {
    String clientId = in.requiredText(prefix + "client-id", "the client id of the Intuit app");
    Secret clientSecret =
        in.requiredSecret(prefix + "client-secret", "the client secret of the Intuit app");
    IntuitEnvironment environment =
        in.choice(prefix + "environment", IntuitEnvironment.class, null);
    URI baseUrl = null;
    String baseUrlKey = prefix + "base-url";
    if (environment == IntuitEnvironment.CUSTOM) {
      baseUrl = customUrl(in, baseUrlKey);
    } else if (in.text(baseUrlKey).isPresent()) {
      in.problem(baseUrlKey, "a value", "no value unless " + prefix + "environment=custom");
    }
    if (clientId.startsWith("sim-")
        && environment != null
        && environment != IntuitEnvironment.CUSTOM) {
      in.problem(
          prefix + "client-id",
          "the simulator's credentials",
          "the Intuit app's own, or " + prefix + "environment=custom");
    }
    String redirectKey = prefix + "redirect-uri";
    String redirectExpected =
        "the redirect URI exactly as registered with Intuit: https (http on loopback only), no"
            + " query, ending in "
            + CALLBACK_PATH;
    String redirectText = in.requiredText(redirectKey, redirectExpected);
    URI redirectUri =
        redirectText.isEmpty() ? null : in.url(redirectKey, redirectText, redirectExpected);
    if (redirectUri != null
        && (!redirectUri.getRawPath().endsWith(CALLBACK_PATH) || !httpsOrLoopback(redirectUri))) {
      in.problem(redirectKey, ValueReader.quoted(redirectText), redirectExpected);
    }
    List<String> scopes = Scopes.expand(in.list(prefix + "scopes"));
    boolean pkce = in.flag(prefix + "pkce", true);
    int minorVersion = in.number(prefix + "minor-version", 75, 1, 999);
    if (clientSecret == null || environment == null || redirectUri == null) {
      return null;
    }
    return new OnlineSettings(
        clientId, clientSecret, environment, baseUrl, redirectUri, scopes, pkce, minorVersion);
  }

  private static @Nullable DesktopSettings desktop(ValueReader in, String prefix) {
    Secret secretKey =
        in.requiredSecret(prefix + "secret-key", "the secret key of the Conductor project");
    Secret publishableKey =
        in.requiredSecret(
            prefix + "publishable-key", "the publishable key of the Conductor project");
    URI baseUrl =
        in.text(prefix + "base-url").isPresent()
            ? customUrl(in, prefix + "base-url")
            : CONDUCTOR_URL;
    if (secretKey != null
        && secretKey.reveal().equals("sk_conductor_sim")
        && CONDUCTOR_URL.equals(baseUrl)) {
      in.problem(
          prefix + "secret-key",
          "the simulator's key",
          "the Conductor project's own, or " + prefix + "base-url");
    }
    Duration linkExpiry =
        in.duration(
            prefix + "link-expiry",
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofDays(7));
    return secretKey == null || publishableKey == null || baseUrl == null
        ? null
        : new DesktopSettings(secretKey, publishableKey, baseUrl, linkExpiry);
  }

  private static final URI CONDUCTOR_URL = URI.create("https://api.conductor.is/v1");

  private static @Nullable URI customUrl(ValueReader in, String key) {
    String expected = "an https URL, or an http URL on loopback, without query";
    String text = in.requiredText(key, expected);
    URI url = text.isEmpty() ? null : in.url(key, text, expected);
    if (url != null && !httpsOrLoopback(url)) {
      in.problem(key, ValueReader.quoted(text), expected);
    }
    return url == null ? null : URI.create(url.toString().replaceAll("/+$", ""));
  }

  private static boolean httpsOrLoopback(URI url) {
    return "https".equalsIgnoreCase(url.getScheme()) || ValueReader.isLoopback(url);
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

  private static StoreSettings store(ValueReader in, Map<String, ConnectorSettings> connectors) {
    String key = "quickbooks.store";
    String value = in.text(key).orElse("");
    if (value.isEmpty() && connectors.values().stream().anyMatch(SettingsReader::isReal)) {
      in.problem(
          key,
          "missing",
          "jdbc, or memory said aloud (connections in memory are lost at every restart)");
    }
    boolean jdbc = value.equalsIgnoreCase("jdbc");
    if (!value.isEmpty() && !jdbc && !value.equalsIgnoreCase("memory")) {
      in.problem(key, ValueReader.quoted(value), "memory or jdbc");
    }
    String dataSource =
        jdbc
            ? in.requiredText(
                key + ".data-source", "the JNDI name of a DataSource, for instance jdbc/quickbooks")
            : null;
    String keysKey = key + ".encryption-keys";
    List<EncryptionKey> encryptionKeys = new ArrayList<>();
    for (String text : in.list(keysKey)) {
      try {
        encryptionKeys.add(EncryptionKey.parse(text));
      } catch (IllegalArgumentException e) {
        in.problem(keysKey, "(hidden) " + e.getMessage(), "a comma list of id:base64(32 bytes)");
      }
    }
    if (jdbc && in.list(keysKey).isEmpty()) {
      in.problem(
          keysKey, "missing", "id:base64(32 bytes), for instance from: openssl rand -base64 32");
    }
    boolean createSchema = in.flag(key + ".create-schema", true);
    int cacheSize = in.number(key + ".cache-size", 10_000, 1, 10_000_000);
    return new StoreSettings(dataSource, createSchema, List.copyOf(encryptionKeys), cacheSize);
  }

  private static boolean isReal(ConnectorSettings connector) {
    return (connector.online() != null
            && connector.online().environment() == IntuitEnvironment.PRODUCTION)
        || (connector.desktop() != null && connector.desktop().baseUrl().equals(CONDUCTOR_URL));
  }

  private static WebSettings web(ValueReader in, Map<String, ConnectorSettings> connectors) {
    boolean enabled = in.flag("quickbooks.web.enabled", true);
    String afterKey = "quickbooks.web.after-connect";
    String afterConnect = in.text(afterKey).orElse("/");
    if (!ReturnPath.isValid(afterConnect)) {
      in.problem(afterKey, ValueReader.quoted(afterConnect), "a path below the context root");
    }
    String publicKey = "quickbooks.web.public-url";
    URI publicUrl =
        in.text(publicKey)
            .map(v -> in.url(publicKey, v, "the URL users see, context root included"))
            .map(u -> URI.create(u.toString().replaceAll("/+$", "")))
            .orElseGet(() -> publicUrlOf(connectors));
    return new WebSettings(
        enabled,
        afterConnect,
        publicUrl,
        endpointsPath(connectors, publicUrl),
        in.list("quickbooks.web.roles"));
  }

  private static String endpointsPath(
      Map<String, ConnectorSettings> connectors, @Nullable URI publicUrl) {
    return connectors.values().stream()
        .map(ConnectorSettings::online)
        .filter(java.util.Objects::nonNull)
        .map(o -> o.redirectUri().getRawPath())
        .filter(path -> path.endsWith("/callback"))
        .map(path -> path.substring(0, path.length() - "/callback".length()))
        .findFirst()
        .orElseGet(() -> (publicUrl == null ? "" : publicUrl.getRawPath()) + "/quickbooks");
  }

  private static @Nullable URI publicUrlOf(Map<String, ConnectorSettings> connectors) {
    return connectors.values().stream()
        .map(ConnectorSettings::online)
        .filter(java.util.Objects::nonNull)
        .map(o -> o.redirectUri().toString())
        .filter(u -> u.endsWith(CALLBACK_PATH))
        .map(u -> URI.create(u.substring(0, u.length() - CALLBACK_PATH.length())))
        .findFirst()
        .orElse(null);
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
