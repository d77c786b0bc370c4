package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.Evidence;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.impl.vault.StoredConnection;
import java.time.Duration;

/** Calls for an end-user; every success, and every word about the user's machine, is evidence. */
public final class EndUserCalls {

  /** One call to the provider. */
  @FunctionalInterface
  public interface EndUserCall<T> {
    T with(String endUserId) throws ProviderProblem;
  }

  private final Lifecycle lifecycle;
  private final Rounds rounds;
  private final Observations observations;

  public EndUserCalls(Lifecycle lifecycle, Rounds rounds) {
    this.lifecycle = lifecycle;
    this.rounds = rounds;
    this.observations = new Observations(lifecycle.connections());
  }

  /**
   * Makes a call for an owner. It is made whatever was found last: a machine that was off a minute
   * ago may be on.
   *
   * @throws QuickBooksException what fits: nothing connected, the machine is off, refused,
   *     unavailable
   */
  public <T> T call(String owner, Evidence evidence, EndUserCall<T> call) {
    KnownConnection known = lifecycle.known(owner);
    StoredConnection stored = observations.usable(known);
    View before = known.view;
    long begin = System.nanoTime();
    try {
      T result = call.with(stored.companyId());
      observations.seen(known, stored, evidence, Duration.ofNanos(System.nanoTime() - begin));
      rounds.troubles().passed(known, before);
      return result;
    } catch (ProviderProblem problem) {
      // A request may be too slow for its time limit without anything being wrong with the machine.
      boolean isTooSlow =
          problem.reason() == StatusReason.DESKTOP_TIMEOUT && evidence == Evidence.CALL;
      if (problem.state() != ConnectionState.CONNECTED && !isTooSlow) {
        rounds.troubles().remember(known, problem);
      } else if (problem.isFromQuickBooks()) {
        observations.seen(known, stored, evidence, Duration.ofNanos(System.nanoTime() - begin));
      }
      throw problem.failure();
    }
  }

  /** Has the user's QuickBooks asked for a sign of life, also where a set-up is under way. */
  public void prove(String owner, EndUserProvider provider) {
    KnownConnection known = lifecycle.known(owner);
    if (known.view.isUsable(provider.binding())) {
      Duration unused = call(owner, Evidence.PING, provider::healthCheck);
    } else {
      Flight underWay = known.flight.get();
      if (underWay != null) {
        // It may have asked before the machine was linked.
        View unused = underWay.join();
      }
      if (!known.view.isUsable(provider.binding())) {
        View unused = rounds.ask(known).join();
      }
    }
  }
}
