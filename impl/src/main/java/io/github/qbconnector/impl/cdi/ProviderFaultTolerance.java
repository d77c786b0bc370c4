package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.impl.http.AnswerTooLargeException;
import io.github.qbconnector.impl.http.HttpAnswer;
import io.github.qbconnector.impl.http.OutageException;
import io.github.qbconnector.impl.http.ProviderGuard;
import io.github.qbconnector.impl.http.TransportException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * MicroProfile Fault Tolerance around the providers' hosts. Operators change it by the standard
 * keys, for instance {@code
 * io.github.qbconnector.impl.cdi.ProviderFaultTolerance/read/Retry/maxRetries}.
 */
@ApplicationScoped
public class ProviderFaultTolerance implements ProviderGuard {

  @Override
  @Retry(
      maxRetries = 2,
      // A call that took its whole time is not worth another one while a user waits.
      maxDuration = 60_000,
      delay = 300,
      jitter = 150,
      retryOn = {OutageException.class, TransportException.class},
      abortOn = AnswerTooLargeException.class)
  @Timeout(140_000)
  @CircuitBreaker(
      requestVolumeThreshold = 20,
      failureRatio = 0.75,
      delay = 10_000,
      failOn = {OutageException.class, TransportException.class})
  @Bulkhead(100)
  public HttpAnswer read(Exchange exchange) throws TransportException, OutageException {
    return exchange.run();
  }

  @Override
  @Timeout(140_000)
  @CircuitBreaker(
      requestVolumeThreshold = 20,
      failureRatio = 0.75,
      delay = 10_000,
      failOn = {OutageException.class, TransportException.class})
  @Bulkhead(100)
  public HttpAnswer write(Exchange exchange) throws TransportException, OutageException {
    return exchange.run();
  }

  @Override
  public HttpAnswer token(Exchange exchange) throws TransportException, OutageException {
    return exchange.run();
  }
}
