package io.github.qbconnector.chaos.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** A real PostgreSQL that can be restarted where it is; a commit survives its crash. */
public final class Postgres implements AutoCloseable {
  private static final int ATTEMPTS = 20;

  private final Path folder;
  private final int port;
  private EmbeddedPostgres server;

  /**
   * Starts a new, empty database.
   *
   * @param folder of its own, for its binaries and its data
   */
  public Postgres(Path folder) {
    this.folder = folder;
    this.port = freePort();
    forget(folder.resolve("data"));
    this.server = start();
  }

  /** A run that was broken off leaves its data behind. */
  private static void forget(Path data) {
    if (!Files.exists(data)) {
      return;
    }
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens, before and after a restart. */
  public int port() {
    return port;
  }

  private EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setPort(port)
          .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
          .setDataDirectory(data())
          // Or it would be gone after a restart.
          .setCleanDataDirectory(false)
          // Made for tests that throw all away, it would lose what was committed last in a crash.
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("fsync", "on")
          .setServerConfig("full_page_writes", "on")
          .setPGStartupWait(Duration.ofSeconds(60))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  /** Stops it in good order and starts it again. */
  public synchronized void restart() {
    stop();
    server = start();
  }

  /** Kills it, and starts it again. */
  public synchronized void crash() {
    try {
      String pid = Files.readAllLines(data().resolve("postmaster.pid")).get(0).strip();
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not say which process it is", e);
    }
    stop();
    for (int attempt = 1; ; attempt++) {
      try {
        server = start();
        return;
      } catch (RuntimeException e) {
        // Its other processes end on their own, and until then they keep its memory.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    stop();
  }
}
