package io.github.qbconnector.impl.config;

import io.github.qbconnector.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** What a connector to QuickBooks Desktop needs. */
public record DesktopSettings(
    Secret secretKey, Secret publishableKey, URI baseUrl, Duration linkExpiry) {
  /** Conductor's own address. */
  public static final URI CONDUCTOR_URL = URI.create("https://api.conductor.is/v1");

  private static final int FINGERPRINT = 16;

  /** Whether users meet Conductor itself, and not a stand-in. */
  public boolean isReal() {
    return baseUrl.equals(CONDUCTOR_URL);
  }

  /**
   * What a stored connection must have been made with to be usable: the address, and the project by
   * a fingerprint of its publishable key.
   */
  public String binding() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(publishableKey.reveal().getBytes(StandardCharsets.UTF_8));
      return "CONDUCTOR " + baseUrl + " " + HexFormat.of().formatHex(hash, 0, FINGERPRINT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
