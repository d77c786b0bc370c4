package io.github.qbconnector.impl.connection;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.impl.vault.Grant;
import io.github.qbconnector.impl.vault.StoredConnection;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Calls with a connection's tokens: renews them ahead of expiry and once on a 401, and takes every
 * success as evidence.
 */
public final class GrantCalls {
  private static final int TURNS = 3;

  /** One call to the provider. */
  @FunctionalInterface
  public interface ProviderCall<T> {
    /**
     * @throws UnauthorizedException if the provider refuses the access token
     */
    T with(Grant grant, String companyId) throws ProviderProblem, UnauthorizedException;
  }

  private final Lifecycle lifecycle;
  private final Renewals renewals;
  private final Observations observations;

  public GrantCalls(Lifecycle lifecycle, Renewals renewals) {
    this.lifecycle = lifecycle;
    this.renewals = renewals;
    this.observations = new Observations(lifecycle.connections());
  }

  /**
   * Makes a call for an owner.
   *
   * @throws QuickBooksException what fits: nothing connected, ended, refused, unavailable
   */
  public <T> T call(String owner, Evidence evidence, ProviderCall<T> call) {
    long now = lifecycle.connections().clock().millis();
    KnownConnection known = lifecycle.known(owner, now);
    StoredConnection stored = usable(known, now);
    View before = known.view;
    // Neither measured nor written down at each of a thousand calls in a second.
    boolean isNews = Observations.isNews(before, evidence, now);
    long begin = isNews ? System.nanoTime() : 0;
    try {
      T result;
      try {
        result = call.with(stored.requireGrant(), stored.companyId());
      } catch (UnauthorizedException e) {
        stored = renewed(known, stored);
        result = secondAttempt(call, stored);
      }
      if (isNews || isAnother(before, known.view)) {
        Duration latency = isNews ? Duration.ofNanos(System.nanoTime() - begin) : before.latency();
        observations.seen(known, stored, evidence, latency);
      }
      return result;
    } catch (ProviderProblem problem) {
      learn(known, stored, problem);
      throw problem.failure();
    }
  }

  private static <T> T secondAttempt(ProviderCall<T> call, StoredConnection stored)
      throws ProviderProblem {
    try {
      return call.with(stored.requireGrant(), stored.companyId());
    } catch (UnauthorizedException e) {
      throw e.problem();
    }
  }

  /** Renews the stored tokens now, due or not. */
  public void renewNow(String owner) {
    KnownConnection known = lifecycle.known(owner);
    renewed(known, observations.usable(known));
  }

  @SuppressWarnings("ReferenceEquality") // a view never changes; what is learned makes a new one
  private static boolean isAnother(View before, View now) {
    return before != now;
  }

  private StoredConnection usable(KnownConnection known, long now) {
    StoredConnection stored = observations.usable(known);
    return switch (RenewalTime.of(known.key.owner(), stored.requireGrant(), now)) {
      case NOT_YET -> stored;
      case BEHIND -> {
        if (renewals.isWorthAsking(known, Instant.ofEpochMilli(now))) {
          Flight unused = renewals.renew(known, stored.generation());
        }
        yield stored;
      }
      case FIRST -> renewedInTime(known, stored);
    };
  }

  /** What passes must not stop a caller whose token is good for some seconds still. */
  private StoredConnection renewedInTime(KnownConnection known, StoredConnection stored) {
    try {
      return renewed(known, stored);
    } catch (QuickBooksException e) {
      long now = lifecycle.connections().clock().millis();
      boolean isGoodYet =
          known.view.isUsable(lifecycle.provider().binding())
              && RenewalTime.isGoodOnArrival(stored.requireGrant(), now);
      if (isGoodYet) {
        return stored;
      }
      throw e;
    }
  }

  private StoredConnection renewed(KnownConnection known, StoredConnection old) {
    StoredConnection discontent = old;
    for (int turn = 0; turn < TURNS; turn++) {
      Instant now = lifecycle.connections().clock().instant();
      Trouble standing = renewals.troubles().standing(known.view, now);
      if (standing != null) {
        throw standing.failure();
      }
      View view = renewals.renew(known, discontent.generation()).join();
      boolean isUsable = view.isUsable(lifecycle.provider().binding());
      if (isUsable && view.trouble() != null) {
        throw view.trouble().failure();
      }
      StoredConnection fresh = observations.usable(known);
      boolean isNew = fresh.generation() != discontent.generation();
      long then = lifecycle.connections().clock().millis();
      if (isNew && RenewalTime.isGoodOnArrival(fresh.requireGrant(), then)) {
        return fresh;
      }
      // A sibling renewed it long ago; or the flight that was joined was content with less.
      discontent = fresh;
    }
    throw renewals.troubles().occupied().failure();
  }

  /** Proves an owner's connection by reading the company. */
  public void prove(String owner, GrantProvider provider) {
    String name =
        call(owner, Evidence.PING, (grant, id) -> new Named(provider.prove(grant, id))).name();
    named(owner, name);
  }

  private record Named(@Nullable String name) {}

  /** Notes a company's name that was just read. */
  public void named(String owner, @Nullable String companyName) {
    observations.named(lifecycle.known(owner), companyName);
  }

  private void learn(KnownConnection known, StoredConnection stored, ProviderProblem problem) {
    switch (problem.state()) {
      case RECONNECT_REQUIRED -> {
        // Code 120 and the like; a refused token was renewed before, so this is the grant's end.
        if (problem.reason() != StatusReason.NONE) {
          renewals.end(known, stored, problem);
        }
      }
      case MISCONFIGURED, PROVIDER_DOWN -> renewals.troubles().remember(known, problem);
      default -> {
        // The caller's own mistake says nothing about the connection.
      }
    }
  }
}
