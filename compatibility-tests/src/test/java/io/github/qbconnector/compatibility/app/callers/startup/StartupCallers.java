package io.github.qbconnector.compatibility.app.callers.startup;

import io.github.qbconnector.compatibility.app.callers.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Asks the bean what it has seen at start, or has it do an errand now. */
@ApplicationScoped
public class StartupCallers {
  @Inject private StartupBooks books;

  @Produces
  @Named("seen")
  Caller seen() {
    return errand -> books.seen();
  }

  @Produces
  @Named("startup")
  Caller startup() {
    return books::run;
  }
}
