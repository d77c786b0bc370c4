package io.github.qbconnector.compatibility.app.callers.batch;

import io.github.qbconnector.compatibility.app.callers.Answers;
import io.github.qbconnector.compatibility.app.callers.Caller;
import io.github.qbconnector.compatibility.app.callers.Errand;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;

/** Starts jobs that do errands. */
@ApplicationScoped
public class BatchCallers {
  @Inject private Answers answers;

  @Produces
  @Named("batchlet")
  Caller batchlet() {
    return errand -> answers.after(() -> start("books-batchlet", errand), errand);
  }

  @Produces
  @Named("chunk")
  Caller chunk() {
    return errand -> answers.after(() -> start("books-chunk", errand), errand);
  }

  private static void start(String job, Errand errand) {
    Properties parameters = new Properties();
    parameters.setProperty("errand", errand.text());
    long unused = BatchRuntime.getJobOperator().start(job, parameters);
  }
}
