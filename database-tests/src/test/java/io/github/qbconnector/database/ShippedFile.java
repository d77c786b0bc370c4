package io.github.qbconnector.database;

import io.github.qbconnector.impl.store.JdbcStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A file with tables that comes with the connector.
 *
 * @param path where it lies in the jar
 */
record ShippedFile(String path) {

  /** The first version of the tables. */
  static ShippedFile firstVersion(String variant) {
    return new ShippedFile("io/github/qbconnector/impl/store/schema/1" + variant + ".sql");
  }

  /** Its statements, as clients of SQL take a file apart. */
  List<String> statements() {
    try (InputStream file = JdbcStore.class.getClassLoader().getResourceAsStream(path)) {
      String text =
          new String(Objects.requireNonNull(file, path).readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.replaceAll("(?m)^--.*$", "").split(";"))
          .map(String::strip)
          .filter(statement -> !statement.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
