package io.github.qbconnector.impl.crypto;

import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** One AES-256 key with the id that envelopes name it by. Shows its id only. */
public final class EncryptionKey {
  /** Length of a key in bytes. */
  public static final int BYTES = 32;

  private final String id;
  private final SecretKey key;

  private EncryptionKey(String id, byte[] bytes) {
    this.id = id;
    this.key = new SecretKeySpec(bytes, "AES");
  }

  /**
   * Reads {@code id:base64(32 bytes)}.
   *
   * @throws IllegalArgumentException if it has another form; the message names no part of the key
   */
  public static EncryptionKey parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || !text.substring(0, colon).matches("[A-Za-z0-9_-]{1,32}")) {
      throw new IllegalArgumentException(
          "an encryption key begins with an id of letters, digits, '-' and '_', then a colon");
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.substring(colon + 1).trim());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("what follows the id of an encryption key is not Base64");
    }
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "an encryption key has 32 bytes, this one has " + bytes.length);
    }
    return new EncryptionKey(text.substring(0, colon), bytes);
  }

  /**
   * A key that lives as long as this deployment: enough where nothing outlives it. Its id says when
   * it was made.
   */
  public static EncryptionKey ephemeral() {
    String madeAt = Long.toString(System.currentTimeMillis(), 36);
    return new EncryptionKey(
        "memory-" + madeAt + "-" + RandomIds.next().substring(0, 6), RandomIds.bytes(BYTES));
  }

  public String id() {
    return id;
  }

  SecretKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "EncryptionKey(" + id + ")";
  }
}
