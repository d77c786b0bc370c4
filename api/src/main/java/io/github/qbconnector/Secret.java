package io.github.qbconnector;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * A value that must not be seen: a token, an authorisation code, a client secret.
 *
 * <p>It cannot be printed, logged, serialised or mapped to JSON by accident: {@link #toString()}
 * never shows the value, serialisation fails, and there is no getter by a mapper's convention. The
 * one way out is {@link #reveal()}, which can be searched for.
 *
 * <p>Immutable and safe for use by many threads. Comparison takes the same time wherever two values
 * differ.
 */
public final class Secret {

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /**
   * Wraps a value.
   *
   * @param value the value to hide, not empty
   * @return the secret
   * @throws IllegalArgumentException if the value is empty
   */
  public static Secret of(String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("A secret must not be empty.");
    }
    return new Secret(value);
  }

  /**
   * The value itself. Call it as late as possible and keep the result in a local variable.
   *
   * @return the hidden value
   */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), that.value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return Objects.hash(value);
  }

  /** Says that there is a secret, and nothing about it. */
  @Override
  public String toString() {
    return "Secret(hidden)";
  }
}
