package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.gate.GateDecision;
import io.github.qbconnector.gate.RequiresQuickBooks;
import io.github.qbconnector.impl.connection.Refusals;
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
  private final CallDoor door;

  @Inject
  public RequiresQuickBooksInterceptor(CallDoor door) {
    this.door = door;
  }

  /** Lets the call through, or throws what fits. */
  @AroundInvoke
  public @Nullable Object requireConnection(InvocationContext call) throws Exception {
    GateDecision decision = door.decide(connector(call));
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
    throw Refusals.of(decision.status().orElseThrow(), null, now);
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

  /** What the interceptor asks. */
  @FunctionalInterface
  public interface CallDoor {
    GateDecision decide(String connector);
  }
}
