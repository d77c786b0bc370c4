package io.github.qbconnector.compatibility.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What the server writes into its log from a moment on. */
public final class ServerLog {
  /** Open Liberty's letters, and the words of the others, for what is worse than a message. */
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "^\\[[^]]+] [0-9a-f]+ \\S+ +[WE] |^\\S+ \\S+ +(WARN|WARNING|ERROR|SEVERE|FATAL) ");

  /** Messages about what applications share: connections, transactions and threads. */
  private static final Pattern SHARED =
      Pattern.compile(
          "\\b(J2CA|DSRA|WTRN|CWWKC|IJ|ARJUNA|WFLYJCA|WFLYTX|WFLYEE)\\d"
              + "|org\\.apache\\.(commons\\.dbcp2|geronimo\\.transaction(?!.* XA error code: 100)|openejb\\.resource)\\.");

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

  /** The same, with what whoever deployed was told: TomEE tells nobody else. */
  public String textAnd(Throwable refusal) {
    StringWriter stack = new StringWriter();
    refusal.printStackTrace(new PrintWriter(stack, true));
    return text() + stack;
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
