package io.github.qbconnector.database.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where a server keeps its files while it runs. */
record ServerFolder(Path path) {

  /** Makes a new one below this folder. */
  static ServerFolder below(Path target, String name) {
    try {
      return new ServerFolder(Files.createTempDirectory(Files.createDirectories(target), name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes it away with all that is in it: hundreds of megabytes. */
  void delete() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
