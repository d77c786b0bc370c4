package io.github.qbconnector.online;

import io.github.qbconnector.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A proof key for one authorisation (RFC 7636, method {@code S256}).
 *
 * @param verifier goes to the token endpoint with the code
 * @param challenge goes to the authorisation endpoint
 */
public record Pkce(Secret verifier, String challenge) {

  /**
   * A fresh proof key from 32 secure random bytes.
   *
   * @return the proof key
   */
  public static Pkce create() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return of(Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(random)));
  }

  /**
   * The proof key of a verifier that was made before.
   *
   * @param verifier 43 to 128 characters, as RFC 7636 section 4.1 says
   * @return the proof key
   */
  public static Pkce of(Secret verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.reveal().getBytes(StandardCharsets.US_ASCII));
      return new Pkce(verifier, Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
