package io.github.qbconnector.impl.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes work out of the caller's transaction, so that its rollback cannot undo ours. */
@ApplicationScoped
public class OwnTransaction {

  /** Runs work with the caller's transaction suspended. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public <T extends @Nullable Object> T run(Supplier<T> work) {
    return work.get();
  }
}
