package io.github.qbconnector.impl.testing;

import io.github.qbconnector.impl.http.HttpAnswer;
import io.github.qbconnector.impl.http.HttpCall;
import io.github.qbconnector.impl.http.HttpTransport;
import io.github.qbconnector.impl.http.TransportException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A real transport whose answers tests lose, hold back or garble: the request is sent and answered.
 */
public final class SwitchableTransport implements HttpTransport {
  private final HttpTransport transport;
  private final AtomicInteger untilLoss = new AtomicInteger(-1);
  private final AtomicReference<@Nullable Held> holding = new AtomicReference<>();
  private final AtomicReference<@Nullable UnaryOperator<HttpAnswer>> rewriting =
      new AtomicReference<>();

  SwitchableTransport(HttpTransport transport) {
    this.transport = transport;
  }

  /** Loses the answer of one request, after so many that come through. */
  public void loseAnswerAfter(int good) {
    untilLoss.set(good);
  }

  /** Holds the next answer back. */
  public Held holdNextAnswer() {
    Held held = new Held();
    holding.set(held);
    return held;
  }

  /** Changes the text of the next answer. */
  public void rewriteNextAnswer(UnaryOperator<String> change) {
    replaceNextAnswer(
        answer -> answered(answer.status(), answer.headers(), change.apply(answer.text())));
  }

  /** Puts another answer in the place of the next one. */
  public void replaceNextAnswer(UnaryOperator<HttpAnswer> change) {
    rewriting.set(change);
  }

  /** An answer as a provider could have given it. */
  public static HttpAnswer answered(int status, Map<String, String> headers, String text) {
    return new HttpAnswer(status, headers, text.getBytes(StandardCharsets.UTF_8), Duration.ZERO);
  }

  /** An answer that has come and is held back. */
  public static final class Held {
    private final CountDownLatch come = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);

    /** Waits until the provider has answered. */
    public void awaitAnswer() throws InterruptedException {
      come.await();
    }

    /** Lets the answer through. */
    public void letGo() {
      free.countDown();
    }

    private void hold() {
      come.countDown();
      try {
        free.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public HttpAnswer send(HttpCall call) throws TransportException {
    HttpAnswer answer = transport.send(call);
    Held held = holding.getAndSet(null);
    if (held != null) {
      held.hold();
    }
    if (untilLoss.getAndUpdate(n -> Math.max(-1, n - 1)) == 0) {
      throw new TransportException(
          TransportException.Stage.ANSWER_LOST, "the cable was cut", new IOException("cut"));
    }
    UnaryOperator<HttpAnswer> change = rewriting.getAndSet(null);
    return change == null ? answer : change.apply(answer);
  }

  @Override
  public void close() {
    transport.close();
  }
}
