package io.github.qbconnector.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One Open Liberty, started once, that WARs are dropped into and taken from. */
final class LibertyServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern READY = Pattern.compile("CWWKF0011I");

  private final Path home;
  private final Path log;
  private final Process process;

  LibertyServer(Path wlp, String name) throws IOException, InterruptedException {
    this.home = wlp.resolve("usr/servers/" + name);
    this.log = home.resolve("logs/messages.log");
    Files.deleteIfExists(log);
    try (DirectoryStream<Path> leftovers =
        Files.newDirectoryStream(Files.createDirectories(home.resolve("dropins")))) {
      for (Path leftover : leftovers) {
        Files.delete(leftover);
      }
    }
    // The server's own JVM and not its script: then ending it ends all of it, on every system.
    this.process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // What the server opens of the JDK for itself.
                "@" + wlp.resolve("lib/platform/java/java9.options"),
                "-javaagent:" + wlp.resolve("bin/tools/ws-javaagent.jar"),
                "-Xmx512m",
                "-jar",
                wlp.resolve("bin/tools/ws-server.jar").toString(),
                name)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("console.txt").toFile())
            .start();
    try {
      await(READY, 0);
    } catch (IOException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Deploys a WAR, reads how long the server says it took, and takes it away again. */
  double deploy(Path war) throws IOException, InterruptedException {
    String name = war.getFileName().toString().replace(".war", "");
    int before = log().length();
    Path dropped = home.resolve("dropins").resolve(war.getFileName().toString());
    // Copied beside and moved: the server must not find half of it.
    Path copy = Files.copy(war, home.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    Files.move(copy, dropped);
    Pattern started = Pattern.compile("CWWKZ000(?:1I|2E|3I|4E)[^\n]* " + name + "\\b[^\n]*");
    String line = await(started, before);
    Matcher seconds = Pattern.compile("started in ([0-9.,]+) seconds").matcher(line);
    if (!seconds.find()) {
      throw new IllegalStateException("Not deployed: " + line);
    }
    Files.delete(dropped);
    await(Pattern.compile("CWWKZ0009I[^\n]* " + name + "\\b"), before);
    return Double.parseDouble(seconds.group(1).replace(',', '.')) * 1_000;
  }

  /** Whether a text was logged. */
  boolean hasSaid(String text) throws IOException {
    return log().contains(text);
  }

  private String await(Pattern pattern, int from) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      String text = log();
      Matcher matcher = pattern.matcher(text.substring(Math.min(from, text.length())));
      if (matcher.find()) {
        return matcher.group();
      }
      if (!process.isAlive()) {
        throw new IllegalStateException("The server has ended; see " + home.resolve("console.txt"));
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("Not in the server's log after " + PATIENCE + ": " + pattern);
  }

  private String log() throws IOException {
    return Files.exists(log) ? Files.readString(log) : "";
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
