package io.github.qbconnector.compatibility.app.callers.interceptors;

import io.github.qbconnector.compatibility.app.callers.Errand;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/**
 * An interceptor of the application's own, which looks at QuickBooks before the call and at what
 * comes out of it.
 */
@Audited
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class Audit {
  @Inject private OnlineConnector quickBooks;
  @Inject private AuditTrail trail;

  /** Writes down what it sees. */
  @AroundInvoke
  public @Nullable Object around(InvocationContext call) throws Exception {
    Errand errand = (Errand) call.getParameters()[0];
    String owner = errand.owner();
    String before = owner.isEmpty() ? "" : quickBooks.connection(owner).status().state().name();
    try {
      @Nullable Object answer = call.proceed();
      trail.add(owner, before + ", then an answer");
      return answer;
    } catch (QuickBooksException e) {
      trail.add(owner, before + ", then " + e.code());
      throw e;
    }
  }
}
