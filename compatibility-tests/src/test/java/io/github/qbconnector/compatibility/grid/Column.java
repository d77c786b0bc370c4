package io.github.qbconnector.compatibility.grid;

/**
 * A server on a JDK.
 *
 * @param launch the run of the tests that fills it
 */
record Column(String launch, int jdk, String server, String version) {

  /** As the build names it: {@code liberty:17:Open Liberty:26.0.0.3}. */
  static Column of(String text) {
    String[] parts = text.split(":", 4);
    if (parts.length < 4) {
      throw new IllegalArgumentException(text + " is not launch:jdk:server:version");
    }
    return new Column(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3]);
  }

  String title() {
    return server + " " + version + ", JDK " + jdk;
  }

  boolean sameServerAs(Column other) {
    return server.equals(other.server) && version.equals(other.version);
  }
}
