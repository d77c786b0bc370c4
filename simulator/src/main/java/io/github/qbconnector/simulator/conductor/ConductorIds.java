package io.github.qbconnector.simulator.conductor;

import java.security.SecureRandom;

/** Ids and secrets as Conductor forms them: a prefix and letters and digits that nobody guesses. */
final class ConductorIds {

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final int LENGTH = 22;

  private final SecureRandom random = new SecureRandom();

  String next(String prefix) {
    StringBuilder id = new StringBuilder(prefix.length() + LENGTH).append(prefix);
    for (int i = 0; i < LENGTH; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
