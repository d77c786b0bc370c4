package io.github.qbconnector.compatibility.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The server's JVM, looked into from outside by the JDK's own {@code jcmd}. */
public final class ServerProcess {
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

  /** Collects garbage, soft references included: the servers are started so. */
  public void collectGarbage() {
    jcmd("GC.run");
  }

  /** How many objects of a class live, over all class loaders that know it. */
  public int instances(Class<?> type) {
    return instances(type.getName());
  }

  /** The same for a class that this JVM need not know. */
  public int instances(String type) {
    return jcmd("GC.class_histogram")
        .lines()
        .map(String::trim)
        .map(line -> line.split("\\s+"))
        .filter(columns -> columns.length >= 4 && columns[3].equals(type))
        .mapToInt(columns -> Integer.parseInt(columns[1]))
        .sum();
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
