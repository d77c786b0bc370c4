package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.impl.http.HttpAnswer;
import io.github.qbconnector.impl.http.OutageException;
import io.github.qbconnector.impl.http.ProviderGuard;
import io.github.qbconnector.impl.http.TransportException;

/**
 * Turns what Fault Tolerance throws on its own account (breaker open, bulkhead full, time over)
 * into the answer it is: nothing was sent. Recognised by name, since the API may be absent on a
 * server.
 */
final class FaultToleranceGuard implements ProviderGuard {
  private static final String ITS_EXCEPTIONS =
      "org.eclipse.microprofile.faulttolerance.exceptions.";

  private final ProviderGuard bean;

  FaultToleranceGuard(ProviderGuard bean) {
    this.bean = bean;
  }

  @Override
  public HttpAnswer read(Exchange exchange) throws TransportException, OutageException {
    try {
      return bean.read(exchange);
    } catch (RuntimeException e) {
      throw spared(e);
    }
  }

  @Override
  public HttpAnswer write(Exchange exchange) throws TransportException, OutageException {
    try {
      return bean.write(exchange);
    } catch (RuntimeException e) {
      throw spared(e);
    }
  }

  @Override
  public HttpAnswer token(Exchange exchange) throws TransportException, OutageException {
    return bean.token(exchange);
  }

  private static TransportException spared(RuntimeException thrown) {
    String name = thrown.getClass().getName();
    if (!name.startsWith(ITS_EXCEPTIONS)) {
      throw thrown;
    }
    boolean mayBeSent = name.endsWith("TimeoutException");
    return new TransportException(
        mayBeSent ? TransportException.Stage.ANSWER_LOST : TransportException.Stage.NOT_SENT,
        "Fault Tolerance stopped the call (" + thrown.getClass().getSimpleName() + ")",
        thrown);
  }
}
