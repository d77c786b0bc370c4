package io.github.qbconnector.chaos.verdict;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A file with everything that happened in a run, line by line, with the time. */
public final class Diary implements AutoCloseable {
  private final PrintWriter lines;

  /** Begins a new one. */
  public Diary(Path file) {
    try {
      lines = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a line. */
  public synchronized void note(String line) {
    lines.println(Instant.now() + " " + line);
  }

  @Override
  public synchronized void close() {
    lines.close();
  }
}
