package io.github.qbconnector.impl.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts with AES-256-GCM. An envelope reads {@code v1.<key id>.<base64url(nonce, cipher text,
 * tag)>}; the place it belongs to is authenticated with it, so that it opens nowhere else. The
 * first key seals, all open. Safe for use by many threads.
 */
public final class Sealer {
  private static final String FORMAT = "v1";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final List<EncryptionKey> keys;

  public Sealer(List<EncryptionKey> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("A sealer needs a key.");
    }
    this.keys = List.copyOf(keys);
  }

  /** The id of the key that seals. */
  public String keyId() {
    return keys.get(0).id();
  }

  /** The id of the key an envelope says it is sealed with; empty if it is none. */
  public static String keyIdOf(String envelope) {
    String[] parts = envelope.split("\\.", -1);
    return parts.length == 3 && parts[0].equals(FORMAT) ? parts[1] : "";
  }

  /** Seals a text for one place. */
  public String seal(String text, String place) {
    EncryptionKey key = keys.get(0);
    byte[] nonce = RandomIds.bytes(NONCE_BYTES);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, place);
      byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return FORMAT
          + "."
          + key.id()
          + "."
          + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-256-GCM.", e);
    }
  }

  /**
   * Opens an envelope in the place it was sealed for.
   *
   * @throws SealBrokenException if the key is unknown, or the envelope was changed or moved
   */
  public String open(String envelope, String place) {
    String[] parts = envelope.split("\\.", -1);
    if (parts.length != 3 || !parts[0].equals(FORMAT)) {
      throw new SealBrokenException("not an envelope of this format");
    }
    EncryptionKey key =
        keys.stream()
            .filter(k -> k.id().equals(parts[1]))
            .findFirst()
            .orElseThrow(
                () ->
                    new SealBrokenException(
                        "it is sealed with key '" + printable(parts[1]) + "', which is not there"));
    try {
      byte[] all = Base64.getUrlDecoder().decode(parts[2]);
      if (all.length < NONCE_BYTES + TAG_BITS / 8) {
        throw new SealBrokenException("the envelope is cut");
      }
      byte[] nonce = java.util.Arrays.copyOf(all, NONCE_BYTES);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, place);
      return new String(
          cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES), StandardCharsets.UTF_8);
    } catch (AEADBadTagException | IllegalArgumentException e) {
      throw new SealBrokenException("the envelope was changed, or belongs to another place");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-256-GCM.", e);
    }
  }

  /** An id comes from the store, which may hold anything. */
  private static String printable(String id) {
    return id.matches("[A-Za-z0-9_-]{1,40}") ? id : "?";
  }

  /**
   * A code that proves a text came from here: HMAC-SHA256 under a key of its own for each purpose,
   * derived from the first key.
   */
  public String sign(String text, String purpose) {
    byte[] derived = hmac(keys.get(0).key(), "qbc " + purpose);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(hmac(new SecretKeySpec(derived, "HmacSHA256"), text));
  }

  private static byte[] hmac(SecretKey key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
    }
  }

  private static Cipher cipher(int mode, EncryptionKey key, byte[] nonce, String place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((FORMAT + "|" + place).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
