package io.github.qbconnector.impl.config;

/**
 * One thing that is wrong with the configuration.
 *
 * @param key the key
 * @param found what was found there, never a secret
 * @param expected what is expected instead
 */
public record Problem(String key, String found, String expected) {
  @Override
  public String toString() {
    return key + ": " + found + "; expected " + expected;
  }
}
