package io.github.qbconnector.impl.http;

import java.io.IOException;
import java.io.Serial;

/** There is no usable answer. */
public class TransportException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /** How far the exchange came. */
  public enum Stage {
    /** The request did not leave: repeating it is safe. */
    NOT_SENT,
    /** The request may have been acted upon; its answer is lost. */
    ANSWER_LOST
  }

  private final Stage stage;

  public TransportException(Stage stage, String message, Throwable cause) {
    super(message, cause);
    this.stage = stage;
  }

  public Stage stage() {
    return stage;
  }
}
