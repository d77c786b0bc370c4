package io.github.qbconnector.compatibility.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What the server writes into its log from a moment on. */
public final class ServerLog {
  /** Open Liberty's letters, and WildFly's words, for what is worse than a message. */
  private static final Pattern COMPLAINT =
      Pattern.compile("^\\[[^]]+] [0-9a-f]+ \\S+ +[WE] |^\\S+ \\S+ +(WARN|ERROR|FATAL) ");

  /** Messages about what applications share: connections, transactions and threads. */
  private static final Pattern SHARED =
      Pattern.compile("\\b(J2CA|DSRA|WTRN|CWWKC|IJ|ARJUNA|WFLYJCA|WFLYTX|WFLYEE)\\d");

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

  /** Warnings and errors since, about connections, transactions and threads. */
  public List<String> complaints() {
    return text()
        .lines()
        .filter(line -> COMPLAINT.matcher(line).find() && SHARED.matcher(line).find())
        .toList();
  }

  private static byte[] bytes() {
    try {
      return Files.readAllBytes(TestServer.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
