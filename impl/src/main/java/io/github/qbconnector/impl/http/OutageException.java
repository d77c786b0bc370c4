package io.github.qbconnector.impl.http;

import java.io.Serial;

/** The provider failed by itself: it answered with a server error, or is being spared. */
public final class OutageException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never leaves this process
  private final HttpAnswer answer;

  public OutageException(HttpAnswer answer) {
    super("The provider answered with " + answer);
    this.answer = answer;
  }

  public HttpAnswer answer() {
    return answer;
  }
}
