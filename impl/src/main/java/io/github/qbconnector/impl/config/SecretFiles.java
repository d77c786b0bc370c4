package io.github.qbconnector.impl.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Secrets that are mounted as files: in one directory, each named as the key whose value it holds.
 * They are read anew whenever they are asked for, so that a changed file is a changed value on
 * servers too that read their own configuration at start only. So there are files for what may
 * change while the application runs, and for nothing that shapes the deployment.
 */
public final class SecretFiles implements Keys {
  /** Names the directory. */
  public static final String DIRECTORY = "quickbooks.secrets.directory";

  /** The last parts of the keys that may have a file. */
  private static final Set<String> CHANGING =
      Set.of(
          "client-id",
          "client-secret",
          "secret-key",
          "publishable-key",
          "encryption-keys",
          "link-expiry",
          "mode",
          "max-age",
          "max-stale",
          "wait",
          "connect-timeout",
          "read-timeout");

  private final Keys others;

  /**
   * @param others say where the directory is, and the value of each key that has no file
   */
  public SecretFiles(Keys others) {
    this.others = others;
  }

  @Override
  public Optional<String> value(String key) {
    Optional<Path> file = file(key);
    return file.isPresent() ? content(file.get()) : others.value(key);
  }

  @Override
  public Optional<String> place(String key) {
    return file(key)
        .map(
            file ->
                content(file).isPresent()
                    ? file.toString()
                    : file + ", which is empty or cannot be read")
        .or(() -> others.place(key));
  }

  private Optional<Path> file(String key) {
    // A name that leads elsewhere is nobody's key.
    return mayHaveFile(key) && key.indexOf('/') < 0
        ? others
            .value(DIRECTORY)
            .map(directory -> Path.of(directory.trim(), key))
            .filter(Files::isRegularFile)
        : Optional.empty();
  }

  private static boolean mayHaveFile(String key) {
    return CHANGING.contains(key.substring(key.lastIndexOf('.') + 1));
  }

  /** The files that look like keys and would not be asked for. */
  static List<String> misplaced(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith("quickbooks.") && !mayHaveFile(name))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of(); // files that may be read are still found by name
    }
  }

  private static Optional<String> content(Path file) {
    try {
      return Optional.of(Files.readString(file).trim()).filter(text -> !text.isEmpty());
    } catch (IOException e) {
      return Optional.empty(); // told as missing, with the file's name
    }
  }
}
