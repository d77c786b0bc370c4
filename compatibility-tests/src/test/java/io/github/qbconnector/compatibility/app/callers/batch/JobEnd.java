package io.github.qbconnector.compatibility.app.callers.batch;

import io.github.qbconnector.compatibility.app.callers.Answers;
import io.github.qbconnector.compatibility.app.callers.Errand;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Tells what a step has failed by, once the container has undone the step. */
@Dependent
@Named("jobEnd")
public class JobEnd extends AbstractJobListener {
  @Inject private Answers answers;

  @Inject
  @BatchProperty(name = "errand")
  private String text;

  @Override
  public void afterJob() {
    boolean unused = answers.tellKept(Errand.parse(text));
  }
}
