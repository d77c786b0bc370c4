package io.github.qbconnector.impl.testing;

import io.github.qbconnector.impl.http.HttpAnswer;
import io.github.qbconnector.impl.http.HttpCall;
import io.github.qbconnector.impl.http.HttpTransport;
import io.github.qbconnector.impl.http.TransportException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A real transport whose answers tests lose: the request is sent, what came back is dropped. */
public final class SwitchableTransport implements HttpTransport {
  private final HttpTransport transport;
  private final AtomicInteger untilLoss = new AtomicInteger(-1);

  SwitchableTransport(HttpTransport transport) {
    this.transport = transport;
  }

  /** Loses the answer of one request, after so many that come through. */
  public void loseAnswerAfter(int good) {
    untilLoss.set(good);
  }

  @Override
  public HttpAnswer send(HttpCall call) throws TransportException {
    HttpAnswer answer = transport.send(call);
    if (untilLoss.getAndUpdate(n -> Math.max(-1, n - 1)) == 0) {
      throw new TransportException(
          TransportException.Stage.ANSWER_LOST, "the cable was cut", new IOException("cut"));
    }
    return answer;
  }

  @Override
  public void close() {
    transport.close();
  }
}
