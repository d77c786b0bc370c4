package io.github.qbconnector.compatibility.app.callers.batch;

import io.github.qbconnector.compatibility.app.callers.Answers;
import io.github.qbconnector.compatibility.app.callers.Errand;
import io.github.qbconnector.compatibility.app.transactions.CallersDatabase;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Does the errands of a chunk in the chunk's transaction. */
@Dependent
@Named("booksWriter")
public class BooksWriter extends AbstractItemWriter {
  @Inject private OnlineConnector quickBooks;
  @Inject private CallersDatabase database;
  @Inject private Answers answers;

  @Override
  public void writeItems(List<Object> items) {
    for (Object item : items) {
      Errand errand = Errand.parse((String) item);
      try {
        answers.tell(errand, errand.run(quickBooks, database));
      } catch (RuntimeException e) {
        answers.keep(errand, e);
        throw e;
      }
    }
  }
}
