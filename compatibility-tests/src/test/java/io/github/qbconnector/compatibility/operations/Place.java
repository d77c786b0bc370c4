package io.github.qbconnector.compatibility.operations;

import io.github.qbconnector.compatibility.support.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where a server of operations is on this machine.
 *
 * @param folder what is this server's own
 * @param port where it serves; the next one is for whatever it needs besides
 */
record Place(Path folder, int port) {
  private static final Path SERVERS = Path.of("src/test/servers");
  // Away from the server that Arquillian has started.
  private static final int AWAY = 20;

  /** Below the build's folder, for a server that can live anywhere. */
  static Place anywhere() {
    return in(Path.of(property("compat.operated")).resolve(TestServer.name()));
  }

  /** Where the kind of server wants its servers. */
  static Place in(Path folder) {
    return new Place(folder, TestServer.url("").getPort() + AWAY);
  }

  /** The unpacked server. */
  static Path delivered() {
    return Path.of(property("compat.home." + TestServer.name()));
  }

  /** What operations keep for this server. */
  Path files() {
    return SERVERS.resolve(TestServer.name()).resolve("operations");
  }

  /** What operations keep for servers of any kind. */
  Path sharedFiles() {
    return SERVERS.resolve("operations");
  }

  /** An empty folder: nothing of an earlier run is left. */
  static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(each);
        }
      }
    }
    Files.createDirectories(folder);
  }

  /** Copies a file or a folder with all that is in it. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Path target = each.equals(from) ? to : to.resolve(from.relativize(each));
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(Objects.requireNonNull(target.getParent()));
          Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /** Copies the files of a folder, and not what is below. */
  static void copyFiles(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  /** The driver of the database, as operations have it. */
  void copyDriver(Path to) throws IOException {
    copy(Path.of(property("compat.drivers")).resolve("postgresql.jar"), to);
  }

  static String property(String key) {
    return Objects.requireNonNull(
        System.getProperty(key), () -> key + " is set by this module's build");
  }

  static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
