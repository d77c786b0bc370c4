package io.github.qbconnector.simulator.intuit;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/** Makes values that look like Intuit's. */
final class TokenValues {

  // {"enc":"A128CBC-HS256","alg":"dir"}: what an opaque access token of Intuit starts with.
  private static final String JWE_HEADER =
      Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              "{\"enc\":\"A128CBC-HS256\",\"alg\":\"dir\"}".getBytes(StandardCharsets.US_ASCII));

  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String MIXED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final SecureRandom random = new SecureRandom();

  String accessToken() {
    return JWE_HEADER + ".." + base64(16) + "." + base64(690) + "." + base64(16);
  }

  String refreshToken(Instant expiresAt) {
    return "RT1-"
        + (10 + random.nextInt(90))
        + "-H0-"
        + expiresAt.getEpochSecond()
        + letters(LOWER, 20);
  }

  String code(Instant now) {
    return "AB11" + now.getEpochSecond() + letters(MIXED, 36);
  }

  /** The shape of an AWS trace id. */
  String tid(Instant now) {
    byte[] tail = new byte[12];
    random.nextBytes(tail);
    return "1-%08x-%s".formatted(now.getEpochSecond(), HexFormat.of().formatHex(tail));
  }

  private String base64(int bytes) {
    byte[] noise = new byte[bytes];
    random.nextBytes(noise);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(noise);
  }

  private String letters(String alphabet, int count) {
    StringBuilder text = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
