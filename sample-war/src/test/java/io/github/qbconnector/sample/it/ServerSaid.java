package io.github.qbconnector.sample.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * A journey that fails tells what the connector logged meanwhile: the page that a user was shown
 * does not say why.
 */
final class ServerSaid implements BeforeEachCallback, TestExecutionExceptionHandler {

  private static final Path LOG = Place.SERVER.resolve("logs/messages.log");
  private static final int LINES = 8;
  private static final int LONGEST = 300;

  private long before;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    before = Files.exists(LOG) ? Files.size(LOG) : 0;
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    List<String> said =
        since(before)
            .lines()
            .filter(line -> line.contains(" QBC"))
            .map(line -> line.length() <= LONGEST ? line : line.substring(0, LONGEST))
            .toList();
    // The message is what a build's last lines show of a failure.
    throw said.isEmpty()
        ? failure
        : new AssertionError(
            failure.getMessage()
                + "\nThe connector logged last:\n"
                + String.join("\n", said.subList(Math.max(0, said.size() - LINES), said.size())),
            failure);
  }

  private static String since(long position) throws IOException {
    if (!Files.exists(LOG)) {
      return "";
    }
    byte[] log = Files.readAllBytes(LOG);
    // The server begins a new file when one is full.
    int from = position <= log.length ? (int) position : 0;
    return new String(log, from, log.length - from, StandardCharsets.UTF_8);
  }
}
