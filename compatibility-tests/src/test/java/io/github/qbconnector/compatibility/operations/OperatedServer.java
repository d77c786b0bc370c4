package io.github.qbconnector.compatibility.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.Patience;
import io.github.qbconnector.compatibility.support.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that operations have set up by files of theirs and run by its own scripts. */
public final class OperatedServer implements AutoCloseable {
  private static final long LONGEST_END_SECONDS = 60;

  private final ServerKind kind;
  private final Place place;
  private final int databasePort;

  private OperatedServer(ServerKind kind, int databasePort) {
    this.kind = kind;
    this.place = kind.place();
    this.databasePort = databasePort;
  }

  /** Sets the chosen server up, with all applications, and starts it. */
  static OperatedServer start(int databasePort) {
    OperatedServer server = new OperatedServer(ServerKind.chosen(TestServer.name()), databasePort);
    try {
      Place.clear(server.place.folder());
      Path wars = Path.of(Place.property("compat.operated")).resolve("wars");
      Place.clear(wars);
      OperatedWars.write(wars);
      server.kind.layOut(wars);
      Place.copy(server.place.sharedFiles().resolve("secrets"), server.kind.values());
      Place.copy(server.place.sharedFiles().resolve("mounted"), server.mounted());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      server.launch();
      server.awaitLog(server.kind.started());
      server.kind.commands().forEach(server.shell()::run);
      server.awaitApplications();
      return server;
    } catch (RuntimeException | AssertionError e) {
      server.close(); // nobody else knows of it yet
      throw e;
    }
  }

  /** Ends it and starts it again, as after an update of the machine. */
  void restart() {
    close();
    launch();
    awaitApplications();
  }

  /** Where an application is found. */
  URI url(String context) {
    return URI.create("http://localhost:" + place.port() + "/" + context);
  }

  /** Nobody's browser at an application. */
  Browser nobodyAt(String context) {
    return Browser.of(url(context));
  }

  /** What the server has logged since it was started. */
  String log() {
    return Place.read(kind.log());
  }

  /** Changes a value of all applications while they run, as the server's page says. */
  void change(String key, String value) {
    write(kind.values(), key, value);
  }

  /** Takes such a value away again. */
  void forget(String key) {
    try {
      Files.deleteIfExists(kind.values().resolve(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes a secret in the directory that is mounted for one application. */
  void changeMounted(String key, String value) {
    write(mounted(), key, value);
  }

  private Path mounted() {
    return place.folder().resolve("mounted");
  }

  /** A file that is complete whenever it is read, as those that are mounted into containers. */
  private void write(Path folder, String key, String value) {
    try {
      Path complete = Files.createTempFile(place.folder(), "value", key);
      Files.writeString(complete, value + "\n");
      Path file = folder.resolve(key);
      Files.move(complete, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void launch() {
    String unused = shell().run(kind.startCommand());
  }

  private Shell shell() {
    return new Shell(place.folder(), environment());
  }

  private void awaitLog(String text) {
    assertThat(Patience.until(log -> log.contains(text), this::log)).contains(text);
  }

  private void awaitApplications() {
    for (String context : OperatedWars.contexts()) {
      assertThat(Patience.until(status -> status == 200, () -> readiness(context)))
          .as("%s; log: %s", context, kind.log())
          .isEqualTo(200);
    }
  }

  private int readiness(String context) {
    try {
      return nobodyAt(context).open("/ready.txt").statusCode();
    } catch (UncheckedIOException e) {
      return 0; // it does not listen yet
    }
  }

  /** What the machine, and not the server, knows: where things are, and one key. */
  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(kind.environment());
    environment.putAll(
        Map.of(
            "JAVA_HOME", Objects.requireNonNull(System.getProperty("java.home")),
            "SIMULATOR_URL", TestServer.simulator().intuit().url().toString(),
            "OPERATED_PORT", Integer.toString(place.port()),
            "OPERATED_STOP_PORT", Integer.toString(place.port() + 1),
            "OPERATED_FOLDER", place.folder().toString(),
            "DB_HOST", "localhost",
            "DB_PORT", Integer.toString(databasePort),
            "DB_PASSWORD", OperatedDatabase.PASSWORD,
            "QUICKBOOKS_CONNECTOR_MEANS_ONLINE_CLIENT_ID", "sim-client"));
    return environment;
  }

  @Override
  public void close() {
    String pid = Place.read(kind.pidFile()).trim();
    if (!pid.isEmpty()) {
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(OperatedServer::end);
    }
  }

  private static void end(ProcessHandle process) {
    try {
      boolean unused = process.destroy();
      process.onExit().get(LONGEST_END_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      boolean unused = process.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted at the end of " + process.pid(), e);
    }
  }
}
