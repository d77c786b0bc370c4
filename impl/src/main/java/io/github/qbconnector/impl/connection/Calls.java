package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.Evidence;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.impl.vault.Grant;
import io.github.qbconnector.impl.vault.Sighting;
import io.github.qbconnector.impl.vault.StoredConnection;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Calls with a connection's tokens: renews them ahead of expiry and once on a 401, and takes every
 * success as evidence.
 */
public final class Calls {
  /** From here on a token is renewed behind the caller's back. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /** From here on the caller waits: the token could run out on its way. */
  private static final Duration LAST_MOMENT = Duration.ofSeconds(30);

  /** How often evidence of calls is written down for other nodes and the next start. */
  private static final Duration WRITE_DOWN = Duration.ofMinutes(10);

  /** One call to the provider. */
  @FunctionalInterface
  public interface ProviderCall<T> {
    /**
     * @throws UnauthorizedException if the provider refuses the access token
     */
    T with(Grant grant, String companyId) throws ProviderProblem, UnauthorizedException;
  }

  private final Lifecycle lifecycle;

  public Calls(Lifecycle lifecycle) {
    this.lifecycle = lifecycle;
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
        result = call.with(stored.grant(), stored.companyId());
      } catch (UnauthorizedException e) {
        stored = renewed(known, stored);
        result = secondAttempt(call, stored);
      }
      seen(known, stored, evidence, Duration.ofNanos(System.nanoTime() - begin));
      return result;
    } catch (ProviderProblem problem) {
      learn(known, stored, problem);
      throw problem.failure();
    }
  }

  private static <T> T secondAttempt(ProviderCall<T> call, StoredConnection stored)
      throws ProviderProblem {
    try {
      return call.with(stored.grant(), stored.companyId());
    } catch (UnauthorizedException e) {
      throw e.problem();
    }
  }

  /** Renews the stored tokens now, due or not. */
  public void renewNow(String owner) {
    KnownConnection known = lifecycle.known(owner);
    StoredConnection stored = known.view.stored();
    if (stored == null || !known.view.isUsable(lifecycle.provider().binding())) {
      throw refusal(known);
    }
    renewed(known, stored);
  }

  private StoredConnection usable(KnownConnection known) {
    View view = known.view;
    StoredConnection stored = view.stored();
    if (stored == null || !view.isUsable(lifecycle.provider().binding())) {
      throw refusal(known);
    }
    Instant now = lifecycle.connections().clock().instant();
    Instant expires = stored.grant().accessTokenExpiresAt();
    if (now.isBefore(expires.minus(LAST_MOMENT))) {
      // Jittered by owner, so that connections made together do not renew together.
      Duration ahead = AHEAD.plusSeconds(Math.floorMod(known.key.owner().hashCode(), 60));
      if (!now.isBefore(expires.minus(ahead)) && lifecycle.renewals().mayAttempt(view, now)) {
        lifecycle.renewals().renewBehind(known, stored.generation());
      }
      return stored;
    }
    return renewed(known, stored);
  }

  private StoredConnection renewedView(KnownConnection known) {
    StoredConnection stored = known.view.stored();
    if (stored == null || !known.view.isUsable(lifecycle.provider().binding())) {
      throw refusal(known);
    }
    return stored;
  }

  private StoredConnection renewed(KnownConnection known, StoredConnection old) {
    Instant now = lifecycle.connections().clock().instant();
    View before = known.view;
    Trouble standing = before.trouble();
    if (standing != null && !lifecycle.renewals().mayAttempt(before, now)) {
      throw standing.failure();
    }
    View view = lifecycle.renewals().renew(known, old.generation()).join();
    if (view.trouble() != null) {
      throw view.trouble().failure();
    }
    return renewedView(known);
  }

  private QuickBooksException refusal(KnownConnection known) {
    Instant now = lifecycle.connections().clock().instant();
    ConnectionStatus status =
        known.view.status(
            lifecycle.provider(), now, lifecycle.connections().settings().gate().maxStale());
    return Lifecycle.exceptionFor(status, now);
  }

  private void seen(
      KnownConnection known, StoredConnection stored, Evidence evidence, Duration latency) {
    Instant now = lifecycle.connections().clock().instant();
    View view = known.view;
    if (view.stored() == null || view.stored().generation() < stored.generation()) {
      return; // disconnected meanwhile
    }
    Sighting sighting = new Sighting(evidence, now);
    known.view = view.withSighting(sighting, latency);
    Sighting written = stored.sighting();
    if (Duration.between(written.at(), now).compareTo(WRITE_DOWN) > 0) {
      writeDown(known, sighting, null);
    }
  }

  /** Notes a company's name that was just read. */
  public void named(String owner, @Nullable String companyName) {
    KnownConnection known = lifecycle.known(owner);
    StoredConnection stored = known.view.stored();
    Sighting seen = known.view.seen();
    if (stored != null
        && seen != null
        && companyName != null
        && !companyName.equals(stored.companyName())) {
      writeDown(known, seen, companyName);
      lifecycle.connections().reread(known);
    }
  }

  private void writeDown(KnownConnection known, Sighting sighting, @Nullable String companyName) {
    try {
      lifecycle.connections().vault().see(known.key, sighting, companyName);
    } catch (VaultUnavailableException e) {
      // Evidence is a convenience; the call itself was good.
      System.getLogger("io.github.qbconnector")
          .log(System.Logger.Level.DEBUG, "Evidence was not written down", e);
    }
  }

  private void learn(KnownConnection known, StoredConnection stored, ProviderProblem problem) {
    switch (problem.state()) {
      case RECONNECT_REQUIRED -> {
        // Code 120 and the like; a refused token was renewed before, so this is the grant's end.
        if (problem.reason() != StatusReason.NONE) {
          lifecycle.renewals().end(known, stored, problem);
        }
      }
      case MISCONFIGURED, PROVIDER_DOWN -> lifecycle.renewals().troubled(known, problem);
      default -> {
        // The caller's own mistake says nothing about the connection.
      }
    }
  }
}
