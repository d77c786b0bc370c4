package io.github.qbconnector.chaos.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files of one Open Liberty, and how it is started. */
final class ServerFolder {
  private final Installation installation;
  private final int number;
  private final Map<String, String> properties;

  /**
   * @param properties what the application reads from the system's properties
   */
  ServerFolder(Installation installation, int number, Map<String, String> properties) {
    this.installation = installation;
    this.number = number;
    this.properties = Map.copyOf(properties);
  }

  /** Writes everything anew; what an earlier server left is overwritten. */
  ServerFolder write(Path war, int databasePort) {
    try {
      Path apps = Files.createDirectories(folder().resolve("apps"));
      Files.copy(war, apps.resolve("chaos.war"), StandardCopyOption.REPLACE_EXISTING);
      try (InputStream xml = ServerFolder.class.getResourceAsStream("server.xml")) {
        Files.copy(
            Objects.requireNonNull(xml),
            folder().resolve("server.xml"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      Map<String, String> variables = new TreeMap<>();
      variables.put("chaos.http.port", Integer.toString(httpPort()));
      variables.put("chaos.database.port", Integer.toString(databasePort));
      variables.put("chaos.driver", jar(org.postgresql.Driver.class).toString());
      variables.putAll(properties);
      Files.writeString(
          folder().resolve("bootstrap.properties"),
          variables.entrySet().stream()
              .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
              .collect(Collectors.joining()));
      Files.deleteIfExists(console());
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path jar(Class<?> inside) {
    try {
      return Path.of(inside.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  int number() {
    return number;
  }

  int httpPort() {
    return installation.firstPort() + number - 1;
  }

  Path console() {
    return folder().resolve("console.txt");
  }

  private String name() {
    return "chaos-" + number;
  }

  private Path folder() {
    return installation.wlp().resolve("usr/servers/" + name());
  }

  /** The server's own JVM and not its script: a signal to it reaches the whole server. */
  List<String> command() {
    Path wlp = installation.wlp();
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        // What the server opens of the JDK for itself.
        "@" + wlp.resolve("lib/platform/java/java9.options"),
        "-javaagent:" + wlp.resolve("bin/tools/ws-javaagent.jar"),
        "-Xms64m",
        "-Xmx256m",
        "-XX:TieredStopAtLevel=1",
        "-jar",
        wlp.resolve("bin/tools/ws-server.jar").toString(),
        name());
  }
}
