package io.github.qbconnector.compatibility.app.transactions;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** An enterprise bean that throws: the container rolls back. */
@Stateless
public class ContainerManagedCaller {
  @Inject private Work work;

  /** Works, calls, and throws {@link Undone}. */
  public String callAndUndo(String owner) {
    throw new Undone(work.workAndCall(owner));
  }
}
