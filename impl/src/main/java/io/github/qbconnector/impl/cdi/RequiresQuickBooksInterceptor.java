package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.gate.ConnectionGate;
import io.github.qbconnector.gate.GateDecision;
import io.github.qbconnector.gate.RequestKind;
import io.github.qbconnector.gate.RequiresQuickBooks;
import io.github.qbconnector.impl.connection.Lifecycle;
import io.github.qbconnector.spi.OwnerResolver;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The door of enterprise beans. */
@Interceptor
@RequiresQuickBooks
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class RequiresQuickBooksInterceptor {
  private final ConnectionGate gate;
  private final CurrentOwner owners;

  @Inject
  public RequiresQuickBooksInterceptor(ConnectionGate gate, CurrentOwner owners) {
    this.gate = gate;
    this.owners = owners;
  }

  /** Lets the call through, or throws what fits. */
  @AroundInvoke
  public @Nullable Object requireConnection(InvocationContext call) throws Exception {
    GateDecision decision =
        gate.decide(connector(call), owners.resolver().currentOwner(), RequestKind.CALL);
    if (decision.passes()) {
      return call.proceed();
    }
    Instant now = Instant.now();
    if (decision.verdict() == GateDecision.Verdict.LOGIN) {
      throw new NotConnectedException(
          "Nobody is logged in, so there is no owner whose connection could be checked.",
          ErrorDetails.of("QBC0105", now).build(),
          null);
    }
    throw Lifecycle.exceptionFor(decision.status().orElseThrow(), now);
  }

  private static String connector(InvocationContext call) {
    RequiresQuickBooks onMethod = call.getMethod().getAnnotation(RequiresQuickBooks.class);
    if (onMethod != null) {
      return onMethod.value();
    }
    for (Class<?> type = call.getMethod().getDeclaringClass();
        type != null;
        type = type.getSuperclass()) {
      RequiresQuickBooks onType = type.getAnnotation(RequiresQuickBooks.class);
      if (onType != null) {
        return onType.value();
      }
    }
    return io.github.qbconnector.QuickBooks.DEFAULT;
  }

  /** The resolver in force: the application's bean, or the configured default. */
  public interface CurrentOwner {
    OwnerResolver resolver();
  }
}
