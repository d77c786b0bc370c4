package io.github.qbconnector.gate;

import java.util.Optional;

/**
 * The decision whether a request that needs QuickBooks may pass. All doors ask here: the servlet
 * filter, {@link RequiresQuickBooks} on JAX-RS resources and on enterprise beans.
 *
 * <p>Safe for use by many threads. On a connection known to be good it answers from memory, without
 * a lock, a network call or an allocation. Else it waits at most {@code quickbooks.gate.wait} for
 * an answer that is under way; work that takes longer goes on without the caller.
 */
public interface ConnectionGate {

  /**
   * Decides for an owner.
   *
   * @param connector the connector's name
   * @param owner whose request it is; empty if nobody is logged in
   * @param kind what kind of caller waits
   * @return the decision; failures of the provider or the store are decisions, not exceptions
   * @throws IllegalArgumentException if there is no connector of that name
   */
  GateDecision decide(String connector, Optional<String> owner, RequestKind kind);
}
