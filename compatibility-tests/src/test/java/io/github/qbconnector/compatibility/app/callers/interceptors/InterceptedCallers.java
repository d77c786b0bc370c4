package io.github.qbconnector.compatibility.app.callers.interceptors;

import io.github.qbconnector.compatibility.app.callers.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Calls beans that have interceptors, and asks what those have seen. */
@ApplicationScoped
public class InterceptedCallers {
  @Inject private AuditedBooks bound;
  @Inject private InterceptedBooks named;
  @Inject private AuditTrail trail;

  @Produces
  @Named("bound")
  Caller bound() {
    return bound::run;
  }

  @Produces
  @Named("named")
  Caller named() {
    return named::run;
  }

  @Produces
  @Named("bound-gated")
  Caller boundAndGated() {
    return bound::runBehindTheGate;
  }

  @Produces
  @Named("named-gated")
  Caller namedAndGated() {
    return named::runBehindTheGate;
  }

  @Produces
  @Named("trail")
  Caller trail() {
    return errand -> trail.of(errand.owner());
  }
}
