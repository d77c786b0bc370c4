package io.github.qbconnector.impl.vault;

/** Which connection: one per connector and owner. */
public record ConnectionKey(String connector, String owner) {
  /** Longest owner, in characters. */
  public static final int MAX_OWNER = 255;

  public ConnectionKey {
    if (owner.isBlank() || owner.length() > MAX_OWNER) {
      throw new IllegalArgumentException(
          "An owner has 1 to " + MAX_OWNER + " characters and is not blank.");
    }
  }
}
