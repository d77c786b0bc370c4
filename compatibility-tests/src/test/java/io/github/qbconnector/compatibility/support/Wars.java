package io.github.qbconnector.compatibility.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Makes WARs as users build them: the jars in {@code WEB-INF/lib}, the keys in a file. */
public final class Wars {
  private static final String CONFIGURATION = "META-INF/microprofile-config.properties";

  private Wars() {}

  /** A WAR without the connector. */
  public static WebArchive plain(String context) {
    return ShrinkWrap.create(WebArchive.class, context + ".war");
  }

  /** A WAR with the connector's jars and the usual configuration. */
  public static WebArchive connected(String context) {
    return configured(context, Map.of());
  }

  /** A WAR with the connector's jars; the given keys are added to the usual ones. */
  public static WebArchive configured(String context, Map<String, String> keys) {
    Map<String, String> all = new TreeMap<>(usual(context));
    all.putAll(keys);
    return withOnly(context, all);
  }

  /** A WAR with the connector's jars and no other configuration than the given one. */
  public static WebArchive withOnly(String context, Map<String, String> keys) {
    return addTo(plain(context), keys);
  }

  /** A WAR that is there already, with the connector's jars; the keys are added to the usual. */
  public static WebArchive connect(WebArchive war, String context, Map<String, String> keys) {
    Map<String, String> all = new TreeMap<>(usual(context));
    all.putAll(keys);
    return addTo(war, all);
  }

  /** A WAR with keys, but without the connector's jars. */
  public static WebArchive withKeys(String context, Map<String, String> keys) {
    return plain(context).addAsResource(lines(keys), CONFIGURATION);
  }

  private static WebArchive addTo(WebArchive war, Map<String, String> keys) {
    return war.addAsLibraries(jars()).addAsResource(lines(keys), CONFIGURATION);
  }

  /** The keys as a file has them. */
  static StringAsset lines(Map<String, String> keys) {
    return new StringAsset(
        new TreeMap<>(keys)
            .entrySet().stream()
                .map(key -> key.getKey() + "=" + key.getValue() + "\n")
                .collect(Collectors.joining()));
  }

  /** The keys that keep connections in the server's database. */
  public static Map<String, String> jdbcStore() {
    return jdbcStore(TestServer.dataSource());
  }

  /**
   * The keys that keep connections in a database of the server's, by the DataSource's JNDI name.
   */
  public static Map<String, String> jdbcStore(String dataSource) {
    return Map.of(
        "quickbooks.store", "jdbc",
        "quickbooks.store.data-source", dataSource,
        "quickbooks.store.encryption-keys", "t1:dGhpcnR5LXR3by1ieXRlcy1mb3ItdGVzdHMtb25seSE=");
  }

  /** The keys of a WAR whose users log in, with Intuit's stand-in. */
  public static Map<String, String> usual(String context) {
    return Map.of(
        "quickbooks.product", "online",
        "quickbooks.owner", "principal",
        "quickbooks.online.environment", "custom",
        "quickbooks.online.base-url", TestServer.simulator().intuit().url().toString(),
        "quickbooks.online.client-id", "sim-client",
        "quickbooks.online.client-secret", "sim-secret",
        "quickbooks.online.redirect-uri", TestServer.url(context) + "/quickbooks/callback",
        "quickbooks.gate.url-patterns", "/gated/*",
        "quickbooks.web.after-connect", "/");
  }

  /** The connector's jars, as a user's build puts them into a WAR. */
  public static File[] jars() {
    try (Stream<Path> files = Files.list(TestServer.product())) {
      return files.map(Path::toFile).toArray(File[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
