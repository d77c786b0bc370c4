package io.github.qbconnector.compatibility.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** TomEE: a {@code CATALINA_BASE} of its own. */
final class TomEe implements ServerKind {

  @Override
  public void layOut(Path wars) throws IOException {
    Place at = place();
    Path conf = at.folder().resolve("conf");
    Place.copyFiles(Place.delivered().resolve("conf"), conf);
    for (String folder : List.of("logs", "temp", "webapps", "work")) {
      Files.createDirectories(at.folder().resolve(folder));
    }
    Place.copy(at.files().resolve("conf"), conf);
    Place.copy(at.files().resolve("bin"), at.folder().resolve("bin"));
    for (String added : List.of("system.properties", "catalina.properties")) {
      Files.writeString(
          conf.resolve(added),
          "\n" + Place.read(at.files().resolve(added)),
          StandardOpenOption.APPEND);
    }
    Place.copy(wars, at.folder().resolve("wars"));
    at.copyDriver(at.folder().resolve("lib/postgresql.jar"));
    contexts(wars);
  }

  /** Each application gets what the page shows for one. */
  private void contexts(Path wars) throws IOException {
    Place at = place();
    Path conf = at.folder().resolve("conf");
    String shown = Place.read(at.files().resolve("north.xml"));
    try (Stream<Path> files = Files.list(wars)) {
      for (Path war : (Iterable<Path>) files::iterator) {
        String name = war.getFileName().toString().replace(".war", "");
        Path keys = at.sharedFiles().resolve("applications").resolve(name + ".properties");
        if (Files.exists(keys)) {
          Place.copy(keys, conf.resolve(name).resolve("META-INF/microprofile-config.properties"));
        }
        Files.createDirectories(conf.resolve(name));
        Files.writeString(
            Files.createDirectories(conf.resolve("Catalina/localhost")).resolve(name + ".xml"),
            shown.replace("north", name));
      }
    }
  }

  @Override
  public List<String> startCommand() {
    return List.of("sh", Place.delivered().resolve("bin/catalina.sh").toString(), "start");
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "CATALINA_HOME", Place.delivered().toString(),
        "CATALINA_BASE", place().folder().toString(),
        "CATALINA_PID", pidFile().toString());
  }

  @Override
  public Path log() {
    return place().folder().resolve("logs/messages.log");
  }

  @Override
  public String started() {
    return "Server startup in";
  }

  @Override
  public Path values() {
    return place().folder().resolve("conf/quickbooks");
  }
}
