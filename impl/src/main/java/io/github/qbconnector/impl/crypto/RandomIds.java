package io.github.qbconnector.impl.crypto;

import java.security.SecureRandom;
import java.util.Base64;

/** Values nobody can guess. */
public final class RandomIds {

  private RandomIds() {}

  /** An identifier of 128 random bits, safe in URLs, cookie names and HTML. */
  public static String next() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(16));
  }

  static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
