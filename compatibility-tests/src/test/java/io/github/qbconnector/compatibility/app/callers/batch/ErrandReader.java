package io.github.qbconnector.compatibility.app.callers.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Reads the one errand that the job was given. */
@Dependent
@Named("errandReader")
public class ErrandReader extends AbstractItemReader {
  private boolean read;

  @Inject
  @BatchProperty(name = "errand")
  private String text;

  @Override
  public @Nullable Object readItem() {
    if (read) {
      return null;
    }
    read = true;
    return text;
  }
}
