package io.github.qbconnector.simulator.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names secrets without telling them. */
public final class Fingerprint {

  private static final int PREFIX = 12;

  private Fingerprint() {}

  /** The first twelve hexadecimal digits of the SHA-256 of the text. */
  public static String of(String secret) {
    return sha256(secret).substring(0, PREFIX);
  }

  /** The whole SHA-256 of the text in hexadecimal digits. */
  public static String sha256(String secret) {
    return HexFormat.of().formatHex(digest(secret));
  }

  /** The SHA-256 of the text. */
  public static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
