package io.github.qbconnector.impl.http;

/** Sends requests to a provider: never repeats one, never follows a redirect, keeps all limits. */
public interface HttpTransport extends AutoCloseable {

  /**
   * Sends one request and waits for the whole answer.
   *
   * @throws TransportException if there is no usable answer within the call's time and size
   */
  HttpAnswer send(HttpCall call) throws TransportException;

  /** Ends all exchanges; nothing of this deployment stays behind. */
  @Override
  void close();
}
