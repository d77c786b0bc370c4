package io.github.qbconnector.compatibility.app.transactions;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.concurrent.Future;

/** An enterprise bean that does on a thread of the container's what it then throws away. */
@Stateless
public class AsynchronousCaller {
  @Inject private Work work;

  /** Begins; the future fails with {@link Undone}. */
  @Asynchronous
  public Future<String> callAndUndo(String owner) {
    throw new Undone(work.workAndCall(owner));
  }
}
