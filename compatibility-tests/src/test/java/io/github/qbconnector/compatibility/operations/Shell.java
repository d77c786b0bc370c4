package io.github.qbconnector.compatibility.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Types commands as operations do.
 *
 * @param folder where they are typed
 * @param environment what is set besides
 */
record Shell(Path folder, Map<String, String> environment) {
  private static final long LONGEST_SECONDS = 240;

  /** Has commands done; one that fails fails the test. */
  String run(String commands) {
    return run(List.of("sh", "-e", "-c", commands));
  }

  /** The same for one command; what it leaves in the background goes on. */
  String run(List<String> command) {
    try {
      // A pipe would stay open as long as what is left in the background.
      Path output = Files.createTempFile("shell", ".txt");
      ProcessBuilder process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(Redirect.to(output.toFile()));
      process.environment().putAll(environment);
      Process running = process.start();
      if (!running.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        running.destroy();
        throw new IllegalStateException("No end: " + command + "\n" + Files.readString(output));
      }
      String said = Files.readString(output);
      Files.delete(output);
      assertThat(running.exitValue()).as("%s said: %s", command, said).isZero();
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted at " + command, e);
    }
  }
}
