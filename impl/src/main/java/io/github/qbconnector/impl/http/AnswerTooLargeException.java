package io.github.qbconnector.impl.http;

import java.io.Serial;

/** The answer is larger than allowed; asking again would bring the same. */
public final class AnswerTooLargeException extends TransportException {
  @Serial private static final long serialVersionUID = 1L;

  public AnswerTooLargeException(String message, Throwable cause) {
    super(Stage.ANSWER_LOST, message, cause);
  }
}
