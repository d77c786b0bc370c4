package io.github.qbconnector.compatibility.app.callers.timers;

import io.github.qbconnector.compatibility.app.callers.Answers;
import io.github.qbconnector.compatibility.app.callers.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Leaves errands to the timers. */
@ApplicationScoped
public class TimerCallers {
  @Inject private ScheduledBooks containerManaged;
  @Inject private ScheduledBooksInOwnTransaction beanManaged;
  @Inject private Answers answers;

  @Produces
  @Named("container-managed")
  Caller containerManaged() {
    return errand -> answers.after(() -> containerManaged.add(errand), errand);
  }

  @Produces
  @Named("bean-managed")
  Caller beanManaged() {
    return errand -> answers.after(() -> beanManaged.add(errand), errand);
  }
}
