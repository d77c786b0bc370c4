package io.github.qbconnector.impl.vault;

import java.io.Serial;

/** The store does not answer. Nothing was changed, as far as is known. */
public final class VaultUnavailableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public VaultUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
