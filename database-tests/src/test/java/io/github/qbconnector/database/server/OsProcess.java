package io.github.qbconnector.database.server;

import java.io.IOException;

/** A process of a database server, treated as misfortune treats it. Linux only. */
public record OsProcess(long pid) {

  /** Stops it where it stands; its sockets stay open and say nothing. */
  public void freeze() throws IOException, InterruptedException {
    run("kill", "-STOP", String.valueOf(pid));
  }

  /** Lets it go on. */
  public void thaw() throws IOException, InterruptedException {
    run("kill", "-CONT", String.valueOf(pid));
  }

  /** Lets every write end in an error that would make a file longer than this. */
  public void limitFiles(String bytes) throws IOException, InterruptedException {
    run("prlimit", "--pid", String.valueOf(pid), "--fsize=" + bytes + ":unlimited");
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " ends with " + process.exitValue());
    }
  }
}
