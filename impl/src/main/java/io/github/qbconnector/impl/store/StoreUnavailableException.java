package io.github.qbconnector.impl.store;

import java.io.Serial;

/** The store does not do what it is asked; what became of a write is not known. */
public final class StoreUnavailableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
