package io.github.qbconnector.sample.it;

import java.nio.file.Path;

/** Where things are, as the build says. */
final class Place {

  static final String SITE = "http://localhost:" + port("it.http.port", 9380);
  static final String TLS_SITE = "https://localhost:" + port("it.https.port", 9743);
  static final int PROVIDERS_PORT = port("it.simulator.port", 9381);
  static final Path WAR = Path.of(System.getProperty("it.war", "target/sample.war"));
  static final Path SERVER =
      Path.of(System.getProperty("it.server", "target/liberty/wlp/usr/servers/it"));
  static final Path SCREENSHOTS =
      Path.of(System.getProperty("it.screenshots", "target/screenshots"));

  private Place() {}

  private static int port(String property, int otherwise) {
    return Integer.getInteger(property, otherwise);
  }
}
