package io.github.qbconnector.compatibility.app.callers.asynchronous;

import io.github.qbconnector.compatibility.app.callers.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.TimeUnit;

/** Leaves errands to asynchronous beans, and waits all the same. */
@ApplicationScoped
public class AsynchronousCallers {
  @Inject private AsynchronousBooks containerManaged;
  @Inject private AsynchronousBooksInOwnTransaction beanManaged;

  @Produces
  @Named("container-managed")
  Caller containerManaged() {
    return errand -> containerManaged.run(errand).get(60, TimeUnit.SECONDS);
  }

  @Produces
  @Named("bean-managed")
  Caller beanManaged() {
    return errand -> beanManaged.run(errand).get(60, TimeUnit.SECONDS);
  }
}
