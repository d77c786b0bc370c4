package io.github.qbconnector.compatibility.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;

/** What the server writes into its log from a moment on. */
public final class ServerLog {
  private final int from;

  private ServerLog(int from) {
    this.from = from;
  }

  /** Begins to listen. */
  public static ServerLog fromNow() {
    return new ServerLog(bytes().length);
  }

  /** What was written since. */
  public String text() {
    byte[] all = bytes();
    return new String(Arrays.copyOfRange(all, Math.min(from, all.length), all.length), UTF_8);
  }

  private static byte[] bytes() {
    try {
      return Files.readAllBytes(TestServer.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
