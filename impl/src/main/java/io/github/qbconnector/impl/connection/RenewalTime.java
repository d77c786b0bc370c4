package io.github.qbconnector.impl.connection;

import io.github.qbconnector.impl.vault.Grant;
import java.time.Duration;
import java.time.Instant;

/** When an access token is renewed: ahead of its end, and not all of them at once. */
enum RenewalTime {
  /** The token is good for long. */
  NOT_YET,
  /** The token is renewed behind the caller's back. */
  BEHIND,
  /** The caller waits: the token could run out on its way. */
  FIRST;

  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final Duration LAST_MOMENT = Duration.ofSeconds(30);
  private static final Duration ON_THE_WAY = Duration.ofSeconds(2);

  static RenewalTime of(String owner, Grant grant, Instant now) {
    Duration life = grant.accessTokenLife();
    Instant end = grant.accessTokenExpiresAt();
    if (!now.isBefore(end.minus(shorter(LAST_MOMENT, life.dividedBy(20))))) {
      return FIRST;
    }
    Duration ahead = shorter(AHEAD, life.dividedBy(6));
    // Jittered by owner, so that connections made together do not renew together.
    Duration jitter = ahead.dividedBy(500).multipliedBy(Math.floorMod(owner.hashCode(), 100));
    return now.isBefore(end.minus(ahead).minus(jitter)) ? NOT_YET : BEHIND;
  }

  /** Whether a token that is handed out now is still good when it gets there. */
  static boolean isGoodOnArrival(Grant grant, Instant now) {
    Duration way = shorter(ON_THE_WAY, grant.accessTokenLife().dividedBy(40));
    return now.isBefore(grant.accessTokenExpiresAt().minus(way));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
