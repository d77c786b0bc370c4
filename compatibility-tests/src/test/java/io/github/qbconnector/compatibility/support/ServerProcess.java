package io.github.qbconnector.compatibility.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The server's JVM, looked into from outside by the JDK's own {@code jcmd}. */
public final class ServerProcess {
  private static final Pattern METASPACE = Pattern.compile("Metaspace +used (\\d+)K");

  private final long pid;

  private ServerProcess(long pid) {
    this.pid = pid;
  }

  /** The server that this JVM has started. */
  public static ServerProcess find() {
    return new ServerProcess(
        ProcessHandle.current()
            .descendants()
            .filter(p -> p.info().command().orElse("").endsWith("java"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("This JVM has started no server."))
            .pid());
  }

  /** What lives once garbage is collected, soft references included: the servers are started so. */
  public Histogram histogram() {
    jcmd("GC.run");
    return Histogram.of(jcmd("GC.class_histogram"));
  }

  /** How much room the classes take, in kilobytes. */
  public long metaspaceKilobytes() {
    String heap = jcmd("GC.heap_info");
    Matcher used = METASPACE.matcher(heap);
    if (!used.find()) {
      throw new IllegalStateException("No metaspace: " + heap);
    }
    return Long.parseLong(used.group(1));
  }

  /** How many threads there are. */
  public int threadCount() {
    return (int) threads().filter(thread -> thread.startsWith("\"")).count();
  }

  /** How many threads have a name that begins like this. */
  public int threadsNamed(String beginning) {
    return (int) threads().filter(thread -> thread.startsWith("\"" + beginning)).count();
  }

  /** How many threads run in code of a package. */
  public int threadsIn(String packageName) {
    return (int) threads().filter(thread -> thread.contains("at " + packageName)).count();
  }

  private Stream<String> threads() {
    return Stream.of(jcmd("Thread.print").split("\n\n"));
  }

  private String jcmd(String order) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    command.add(Long.toString(pid));
    command.add(order);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(order + " failed: " + answer);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted at " + order, e);
    }
  }
}
