package io.github.qbconnector.compatibility.app.transactions;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** An enterprise bean that holds a connection of the pool while it calls QuickBooks. */
@Stateless
public class HoldingCaller {
  @Inject private Work work;

  /** Works and calls in one transaction, which is committed. */
  public String call(String owner) {
    return work.workAndCallMeanwhile(owner);
  }
}
