package io.github.qbconnector.impl.vault;

import io.github.qbconnector.impl.crypto.Digests;

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

  /**
   * The name of the record: a digest, since databases differ in which owners they hold for the same
   * (case, accents, trailing blanks).
   */
  public String recordId() {
    return Digests.sha256Hex(connector.length() + "|" + connector + "|" + owner);
  }
}
