package io.github.qbconnector.impl.config;

import io.github.qbconnector.impl.crypto.EncryptionKey;
import java.util.ArrayList;
import java.util.List;

/** Reads what is said of the store. */
final class StoreReader {
  private StoreReader() {}

  static StoreSettings read(ValueReader in, boolean ownStore, boolean meetsRealCompanies) {
    String key = "quickbooks.store";
    String value = in.text(key).orElse("");
    if (ownStore) {
      return ownStore(in, value);
    }
    if (value.isEmpty() && meetsRealCompanies) {
      in.problem(
          key,
          "missing",
          "jdbc, or memory said aloud (connections in memory are lost at every restart)");
    }
    boolean jdbc = value.equalsIgnoreCase("jdbc");
    if (!value.isEmpty() && !jdbc && !value.equalsIgnoreCase("memory")) {
      in.problem(key, ValueReader.quoted(value), "memory or jdbc");
    }
    String dataSource =
        jdbc
            ? in.requiredText(
                key + ".data-source", "the JNDI name of a DataSource, for instance jdbc/quickbooks")
            : null;
    boolean createSchema = in.flag(key + ".create-schema", true);
    return new StoreSettings(dataSource, createSchema, encryptionKeys(in, jdbc), cacheSize(in));
  }

  /** The application's own store takes the place of what could be configured. */
  private static StoreSettings ownStore(ValueReader in, String value) {
    if (!value.isEmpty()) {
      in.problem(
          "quickbooks.store",
          ValueReader.quoted(value),
          "nothing, since the application brings a ConnectionStore bean; remove one of the two");
    }
    return new StoreSettings(null, false, encryptionKeys(in, true), cacheSize(in));
  }

  private static int cacheSize(ValueReader in) {
    return in.number("quickbooks.store.cache-size", 10_000, 1, 10_000_000);
  }

  private static List<EncryptionKey> encryptionKeys(ValueReader in, boolean required) {
    String key = "quickbooks.store.encryption-keys";
    List<EncryptionKey> encryptionKeys = new ArrayList<>();
    for (String text : in.list(key)) {
      try {
        EncryptionKey parsed = EncryptionKey.parse(text);
        if (encryptionKeys.stream().anyMatch(other -> other.id().equals(parsed.id()))) {
          in.problem(key, "two keys with the id " + parsed.id(), "another id for each key");
        }
        encryptionKeys.add(parsed);
      } catch (IllegalArgumentException e) {
        in.problem(key, "(hidden) " + e.getMessage(), "a comma list of id:base64(32 bytes)");
      }
    }
    if (required && in.list(key).isEmpty()) {
      in.problem(key, "missing", "id:base64(32 bytes), for instance from: openssl rand -base64 32");
    }
    return List.copyOf(encryptionKeys);
  }
}
