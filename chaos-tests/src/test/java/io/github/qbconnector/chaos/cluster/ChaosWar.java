package io.github.qbconnector.chaos.cluster;

import io.github.qbconnector.chaos.app.CallServlet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs the chaos application: its classes, and the connector's packed jars. */
public final class ChaosWar {
  private static final String CLASSES = "WEB-INF/classes/";

  private ChaosWar() {}

  /**
   * Packs it.
   *
   * @param intuit where the simulated Intuit is
   * @param instead classes that take the place of the connector's own of the same name
   */
  public static Path pack(Installation installation, URI intuit, List<Class<?>> instead) {
    Path war = installation.target().resolve("chaos.war");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war));
        Stream<Path> jars = Files.list(installation.product())) {
      entry(
          zip,
          "WEB-INF/beans.xml",
          ("<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"3.0\""
                  + " bean-discovery-mode=\"annotated\"/>\n")
              .getBytes(StandardCharsets.UTF_8));
      for (Path jar : jars.sorted().toList()) {
        entry(zip, "WEB-INF/lib/" + jar.getFileName(), Files.readAllBytes(jar));
      }
      Path classes = ServerFolder.jar(CallServlet.class);
      Path application = classes.resolve(CallServlet.class.getPackageName().replace('.', '/'));
      try (Stream<Path> files = Files.list(application)) {
        for (Path file : files.sorted().toList()) {
          entry(zip, CLASSES + classes.relativize(file), Files.readAllBytes(file));
        }
      }
      for (Class<?> type : instead) {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream code = Files.newInputStream(classes.resolve(name))) {
          entry(zip, CLASSES + name, code.readAllBytes());
        }
      }
      entry(
          zip,
          CLASSES + "META-INF/microprofile-config.properties",
          new TreeMap<>(keys(installation, intuit))
              .entrySet().stream()
                  .map(key -> key.getKey() + "=" + key.getValue() + "\n")
                  .collect(Collectors.joining())
                  .getBytes(StandardCharsets.ISO_8859_1));
      return war;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its store is a bean of its own, so no key names one. */
  private static Map<String, String> keys(Installation installation, URI intuit) {
    return Map.of(
        "quickbooks.product", "online",
        "quickbooks.owner", "application",
        "quickbooks.online.environment", "custom",
        "quickbooks.online.base-url", intuit.toString(),
        "quickbooks.online.client-id", "sim-client",
        "quickbooks.online.client-secret", "sim-secret",
        "quickbooks.online.redirect-uri",
            "http://localhost:" + installation.firstPort() + "/quickbooks/callback",
        "quickbooks.http.connect-timeout", "PT1S",
        "quickbooks.http.read-timeout", "PT5S",
        "quickbooks.store.encryption-keys", "c1:dGhpcnR5LXR3by1ieXRlcy1mb3ItdGVzdHMtb25seSE=");
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
