package io.github.qbconnector.compatibility.app.callers.batch;

import io.github.qbconnector.compatibility.app.callers.Answers;
import io.github.qbconnector.compatibility.app.callers.Errand;
import io.github.qbconnector.compatibility.app.callers.TransactionalBooks;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A step that is one task. */
@Dependent
@Named("booksBatchlet")
public class BooksBatchlet extends AbstractBatchlet {
  @Inject private TransactionalBooks books;
  @Inject private Answers answers;

  @Inject
  @BatchProperty(name = "errand")
  private String text;

  @Override
  public String process() {
    Errand errand = Errand.parse(text);
    try {
      answers.tell(errand, books.run(errand));
      return "DONE";
    } catch (RuntimeException e) {
      answers.keep(errand, e);
      throw e;
    }
  }
}
