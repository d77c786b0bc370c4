package io.github.qbconnector.chaos.cluster;

import java.nio.file.Path;

/**
 * Where things are on this machine, as the build says.
 *
 * @param wlp the unpacked Open Liberty
 * @param product the connector's jars
 * @param target where files may be written
 * @param firstPort of the nodes
 */
public record Installation(Path wlp, Path product, Path target, int firstPort) {

  /** What the build has prepared. */
  public static Installation prepared() {
    return new Installation(
        path("chaos.liberty"),
        path("chaos.product"),
        path("chaos.target"),
        Integer.getInteger("chaos.port", 9680));
  }

  private static Path path(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException(property + " is not set; run with: mvn verify -Pchaos");
    }
    return Path.of(value);
  }
}
