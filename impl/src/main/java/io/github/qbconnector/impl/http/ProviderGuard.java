package io.github.qbconnector.impl.http;

/**
 * What stands around every exchange with a provider: MicroProfile Fault Tolerance on a server,
 * nothing in plain tests. Answers that are the user's or the caller's fault are values; an {@link
 * OutageException} is what counts as the provider's failure.
 */
public interface ProviderGuard {

  /** One exchange. */
  @FunctionalInterface
  interface Exchange {
    HttpAnswer run() throws TransportException, OutageException;
  }

  /** A read: may be repeated. */
  HttpAnswer read(Exchange exchange) throws TransportException, OutageException;

  /** A write: never repeated. */
  HttpAnswer write(Exchange exchange) throws TransportException, OutageException;

  /** A token call: neither repeated nor interrupted, since a lost answer may be a lost token. */
  HttpAnswer token(Exchange exchange) throws TransportException, OutageException;
}
