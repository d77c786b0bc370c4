package io.github.qbconnector.compatibility.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Open Liberty: a folder below {@code usr/servers}. */
final class OpenLiberty implements ServerKind {
  private static final String NAME = "operated";

  @Override
  public Place place() {
    return Place.in(Place.delivered().resolve("usr/servers").resolve(NAME));
  }

  @Override
  public void layOut(Path wars) throws IOException {
    Place at = place();
    Place.copy(at.files(), at.folder());
    Place.copy(wars, at.folder().resolve("apps"));
    at.copyDriver(at.folder().resolve("lib/postgresql.jar"));
  }

  @Override
  public List<String> startCommand() {
    return List.of("sh", Place.delivered().resolve("bin/server").toString(), "start", NAME);
  }

  @Override
  public Path pidFile() {
    return Place.delivered().resolve("usr/servers/.pid").resolve(NAME + ".pid");
  }

  @Override
  public Path log() {
    return place().folder().resolve("logs/messages.log");
  }

  @Override
  public String started() {
    return "CWWKF0011I";
  }

  @Override
  public Path values() {
    return place().folder().resolve("variables");
  }
}
