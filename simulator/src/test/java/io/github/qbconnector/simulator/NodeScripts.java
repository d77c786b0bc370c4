package io.github.qbconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs the scripts of {@code src/test/node} with the clients that their lock file names, in a copy
 * below {@code target}. Where there is no Node, or no way to the package registry, the tests that
 * need it are skipped, unless {@code -Dnode.required=true} says that they must run.
 */
final class NodeScripts {

  private static final Path SOURCE = Path.of("src", "test", "node");
  private static final Path WORK = Path.of("target", "node");
  private static final Path INSTALLED = WORK.resolve("installed-package-lock.json");

  private NodeScripts() {}

  /** Installs the clients, once for each lock file. */
  static void install() throws IOException, InterruptedException {
    available(isThere("node") && isThere("npm"), "Node and npm are not installed");
    Files.createDirectories(WORK);
    try (Stream<Path> files = Files.list(SOURCE)) {
      for (Path file : files.toList()) {
        Files.copy(file, WORK.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Path lock = WORK.resolve("package-lock.json");
    if (Files.exists(INSTALLED) && Files.mismatch(lock, INSTALLED) < 0) {
      return;
    }
    Path log = WORK.resolve("npm.log");
    int status =
        wait(
            new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
                .directory(WORK.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    available(status == 0, "npm could not install the clients; see " + log);
    Files.copy(lock, INSTALLED, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void available(boolean condition, String otherwise) {
    if (Boolean.getBoolean("node.required")) {
      assertThat(condition).as(otherwise).isTrue();
    }
    assumeTrue(condition, otherwise);
  }

  private static boolean isThere(String command) throws InterruptedException {
    try {
      return wait(
              new ProcessBuilder(command, "--version")
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .start())
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static int wait(Process process) throws InterruptedException {
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return -1;
    }
    return process.exitValue();
  }

  /** Runs a script and answers what it has seen: the last line that it prints. */
  static JsonObject run(String script, QuickBooksSimulator simulator)
      throws IOException, InterruptedException {
    Path out = WORK.resolve(script + ".out");
    Path errors = WORK.resolve(script + ".err");
    ProcessBuilder node =
        new ProcessBuilder("node", script)
            .directory(WORK.toFile())
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile());
    node.environment().put("SIMULATOR", simulator.baseUrl().toString());
    node.environment().put("CONDUCTOR_MOCK_API_SERVER_URL", simulator.baseUrl() + "/conductor");
    node.environment().put("CONDUCTOR_HIDE_UPDATE_MESSAGE", "true");
    node.environment().put("NO_PROXY", "127.0.0.1");

    int status = wait(node.start());

    assertThat(status).as(Files.readString(errors)).isZero();
    List<String> lines = Files.readAllLines(out);
    return Json.createReader(new StringReader(lines.get(lines.size() - 1))).readObject();
  }
}
