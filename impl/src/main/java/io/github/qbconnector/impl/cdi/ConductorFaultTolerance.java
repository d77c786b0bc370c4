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
 * MicroProfile Fault Tolerance around Conductor. Operators change it by the standard keys, for
 * instance {@code io.github.qbconnector.impl.cdi.ConductorFaultTolerance/read/Retry/maxRetries}.
 *
 * <p>A class of its own, though it says the same as Intuit's: servers keep a circuit breaker and a
 * bulkhead per class and method, and an outage of one provider is none of the other.
 */
@ApplicationScoped
public class ConductorFaultTolerance implements ProviderGuard {

  @Override
  @Retry(
      maxRetries = ExchangeLimits.RETRIES,
      maxDuration = ExchangeLimits.RETRYING_MILLIS,
      delay = ExchangeLimits.RETRY_DELAY_MILLIS,
      jitter = ExchangeLimits.RETRY_JITTER_MILLIS,
      retryOn = {OutageException.class, TransportException.class},
      abortOn = AnswerTooLargeException.class)
  @Timeout(ExchangeLimits.TIMEOUT_MILLIS)
  @CircuitBreaker(
      requestVolumeThreshold = ExchangeLimits.BREAKER_CALLS,
      failureRatio = ExchangeLimits.BREAKER_FAILURES,
      delay = ExchangeLimits.BREAKER_DELAY_MILLIS,
      failOn = {OutageException.class, TransportException.class})
  @Bulkhead(ExchangeLimits.EXCHANGES_AT_ONCE)
  public HttpAnswer read(Exchange exchange) throws TransportException, OutageException {
    return exchange.run();
  }

  @Override
  @Timeout(ExchangeLimits.TIMEOUT_MILLIS)
  @CircuitBreaker(
      requestVolumeThreshold = ExchangeLimits.BREAKER_CALLS,
      failureRatio = ExchangeLimits.BREAKER_FAILURES,
      delay = ExchangeLimits.BREAKER_DELAY_MILLIS,
      failOn = {OutageException.class, TransportException.class})
  @Bulkhead(ExchangeLimits.EXCHANGES_AT_ONCE)
  public HttpAnswer write(Exchange exchange) throws TransportException, OutageException {
    return exchange.run();
  }

  @Override
  public HttpAnswer token(Exchange exchange) throws TransportException, OutageException {
    return exchange.run();
  }
}
