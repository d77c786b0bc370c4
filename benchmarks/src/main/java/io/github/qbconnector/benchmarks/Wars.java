package io.github.qbconnector.benchmarks;

import io.github.qbconnector.QuickBooksConnector;
import io.github.qbconnector.impl.cdi.QuickBooksExtension;
import io.github.qbconnector.servlet.GateFilter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs the two WARs that are compared. */
final class Wars {
  private static final String SERVLET = EmptyServlet.class.getName().replace('.', '/') + ".class";

  private Wars() {}

  /** One servlet, and CDI switched on as usual. */
  static Path empty(Path folder) throws IOException {
    Path war = folder.resolve("empty.war");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
      common(zip);
    }
    return war;
  }

  /** The same with the product's jars and its keys: all that a user adds. */
  static Path withConnector(Path folder) throws IOException {
    Path war = folder.resolve("connected.war");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
      common(zip);
      jar(zip, QuickBooksConnector.class);
      jar(zip, GateFilter.class);
      jar(zip, QuickBooksExtension.class);
      Map<String, String> keys = new TreeMap<>(Application.usual("http://127.0.0.1:1/simulator"));
      entry(
          zip,
          "WEB-INF/classes/META-INF/microprofile-config.properties",
          keys.entrySet().stream()
              .map(key -> key.getKey() + "=" + key.getValue() + "\n")
              .collect(Collectors.joining())
              .getBytes(StandardCharsets.ISO_8859_1));
    }
    return war;
  }

  private static void common(ZipOutputStream zip) throws IOException {
    entry(
        zip,
        "WEB-INF/beans.xml",
        ("<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"3.0\""
                + " bean-discovery-mode=\"annotated\"/>\n")
            .getBytes(StandardCharsets.UTF_8));
    try (InputStream code = Wars.class.getResourceAsStream("/" + SERVLET)) {
      entry(zip, "WEB-INF/classes/" + SERVLET, Objects.requireNonNull(code).readAllBytes());
    }
  }

  private static void jar(ZipOutputStream zip, Class<?> inside) throws IOException {
    Path jar = jar(inside);
    entry(zip, "WEB-INF/lib/" + jar.getFileName(), Files.readAllBytes(jar));
  }

  /** The packed jar that a class comes from: what users deploy, not a folder of classes. */
  static Path jar(Class<?> inside) {
    try {
      Path place = Path.of(inside.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!Files.isRegularFile(place)) {
        throw new IllegalStateException(place + " is no jar; build with: mvn verify -Pbench");
      }
      return place;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
