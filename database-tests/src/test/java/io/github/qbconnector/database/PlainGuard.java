package io.github.qbconnector.database;

import io.github.qbconnector.impl.http.HttpAnswer;
import io.github.qbconnector.impl.http.OutageException;
import io.github.qbconnector.impl.http.ProviderGuard;
import io.github.qbconnector.impl.http.TransportException;

/** What Fault Tolerance is without a server: the exchange itself. */
final class PlainGuard implements ProviderGuard {
  @Override
  public HttpAnswer read(Exchange exchange) throws TransportException, OutageException {
    return exchange.run();
  }

  @Override
  public HttpAnswer write(Exchange exchange) throws TransportException, OutageException {
    return exchange.run();
  }

  @Override
  public HttpAnswer token(Exchange exchange) throws TransportException, OutageException {
    return exchange.run();
  }
}
