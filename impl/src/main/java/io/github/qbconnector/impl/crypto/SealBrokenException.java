package io.github.qbconnector.impl.crypto;

import java.io.Serial;

/** An envelope cannot be opened: its key is gone, or it was changed or moved. */
public final class SealBrokenException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public SealBrokenException(String message) {
    super(message);
  }
}
