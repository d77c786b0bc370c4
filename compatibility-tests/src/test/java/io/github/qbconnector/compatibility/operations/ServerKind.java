package io.github.qbconnector.compatibility.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is particular to one kind of server. */
interface ServerKind {

  /** The one that the build has chosen. */
  static ServerKind chosen(String name) {
    return switch (name) {
      case "liberty" -> new OpenLiberty();
      case "wildfly" -> new WildFly();
      case "tomee" -> new TomEe();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** A folder of its own, unless the server wants it below its own. */
  default Place place() {
    return Place.anywhere();
  }

  /**
   * Puts the files of operations and the applications where they belong.
   *
   * @param wars a folder of them
   */
  void layOut(Path wars) throws IOException;

  /** Starts the server in the background. */
  List<String> startCommand();

  /** What its scripts want to be told of where things are. */
  default Map<String, String> environment() {
    return Map.of();
  }

  /** What is told to the server while it runs, once; each command in its own folder. */
  default List<List<String>> commands() {
    return List.of();
  }

  /** Where the server's scripts keep the number of its process. */
  default Path pidFile() {
    return place().folder().resolve("server.pid");
  }

  Path log();

  /** What the log says once the server has come up. */
  String started();

  /** The folder of files from which the server takes values while it runs. */
  Path values();
}
