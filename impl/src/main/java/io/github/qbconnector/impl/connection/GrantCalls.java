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
  /** From here on a token is renewed behind the caller's back. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /** From here on the caller waits: the token could run out on its way. */
  private static final Duration LAST_MOMENT = Duration.ofSeconds(30);

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
    KnownConnection known = lifecycle.known(owner);
    StoredConnection stored = usable(known);
    long begin = System.nanoTime();
    try {
      T result;
      try {
        result = call.with(stored.requireGrant(), stored.companyId());
      } catch (UnauthorizedException e) {
        stored = renewed(known, stored);
        result = secondAttempt(call, stored);
      }
      observations.seen(known, stored, evidence, Duration.ofNanos(System.nanoTime() - begin));
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

  private StoredConnection usable(KnownConnection known) {
    StoredConnection stored = observations.usable(known);
    Instant now = lifecycle.connections().clock().instant();
    Instant expires = stored.requireGrant().accessTokenExpiresAt();
    if (now.isBefore(expires.minus(LAST_MOMENT))) {
      // Jittered by owner, so that connections made together do not renew together.
      Duration ahead = AHEAD.plusSeconds(Math.floorMod(known.key.owner().hashCode(), 60));
      if (!now.isBefore(expires.minus(ahead)) && renewals.isWorthAsking(known, now)) {
        renewals.askBehind(known);
      }
      return stored;
    }
    return renewed(known, stored);
  }

  private StoredConnection renewed(KnownConnection known, StoredConnection old) {
    Instant now = lifecycle.connections().clock().instant();
    View before = known.view;
    Trouble standing = before.trouble();
    if (standing != null && !renewals.isWorthAsking(known, now)) {
      throw standing.failure();
    }
    View view = renewals.renew(known, old.generation()).join();
    if (view.trouble() != null) {
      throw view.trouble().failure();
    }
    return observations.usable(known);
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
