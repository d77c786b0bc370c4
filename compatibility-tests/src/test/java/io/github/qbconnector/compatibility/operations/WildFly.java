package io.github.qbconnector.compatibility.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** WildFly: {@code standalone.xml} as it is delivered, in a base directory of its own. */
final class WildFly implements ServerKind {
  private static final int USUAL_PORT = 8080;
  private static final int USUAL_MANAGEMENT_PORT = 9990;

  @Override
  public void layOut(Path wars) throws IOException {
    Place at = place();
    Place.copyFiles(
        Place.delivered().resolve("standalone/configuration"),
        at.folder().resolve("configuration"));
    Files.createDirectories(at.folder().resolve("deployments"));
    Place.copy(at.files(), at.folder());
    Place.copy(at.sharedFiles().resolve("applications"), at.folder());
    Place.copy(wars, at.folder());
    at.copyDriver(at.folder().resolve("postgresql.jar"));
  }

  @Override
  public List<String> startCommand() {
    // The script itself stays with the process it starts.
    return List.of(
        "sh",
        "-c",
        "sh \"$0\" \"$@\" -Dquickbooks.online.base-url=$SIMULATOR_URL > /dev/null 2>&1 &",
        Place.delivered().resolve("bin/standalone.sh").toString(),
        "-c",
        "standalone.xml",
        "-Djboss.server.base.dir=" + place().folder(),
        "-Djboss.socket.binding.port-offset=" + offset(),
        "-Dquickbooks.online.environment=custom",
        "-Dquickbooks.online.redirect-uri=http://localhost:"
            + place().port()
            + "/shop/quickbooks/callback",
        "-Dquickbooks.connector.means.online.environment=custom");
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "LAUNCH_JBOSS_IN_BACKGROUND", "true",
        "JBOSS_PIDFILE", pidFile().toString(),
        "JBOSS_HOME", Place.delivered().toString());
  }

  @Override
  public List<List<String>> commands() {
    return List.of(cli("quickbooks.cli"), cli("applications.cli"));
  }

  private List<String> cli(String file) {
    return List.of(
        "sh",
        Place.delivered().resolve("bin/jboss-cli.sh").toString(),
        "--connect",
        "--controller=localhost:" + (USUAL_MANAGEMENT_PORT + offset()),
        "--file=" + file);
  }

  private int offset() {
    return place().port() - USUAL_PORT;
  }

  @Override
  public Path log() {
    return place().folder().resolve("log/server.log");
  }

  @Override
  public String started() {
    return "WFLYSRV0025";
  }

  @Override
  public Path values() {
    return place().folder().resolve("configuration/quickbooks");
  }
}
