package io.github.qbconnector.impl.connection;

import io.github.qbconnector.impl.vault.Grant;

/**
 * When an access token is renewed: ahead of its end, and not all of them at once. Asked at every
 * call, so it counts in milliseconds.
 */
enum RenewalTime {
  /** The token is good for long. */
  NOT_YET,
  /** The token is renewed behind the caller's back. */
  BEHIND,
  /** The caller waits: the token could run out on its way. */
  FIRST;

  private static final long AHEAD = 300_000;
  private static final long LAST_MOMENT = 30_000;
  private static final long ON_THE_WAY = 2_000;

  /**
   * @param now in epoch milliseconds
   */
  static RenewalTime of(String owner, Grant grant, long now) {
    long life = grant.accessTokenLifeMillis();
    long end = grant.accessTokenExpiresAt().toEpochMilli();
    if (now >= end - Math.min(LAST_MOMENT, life / 20)) {
      return FIRST;
    }
    long ahead = Math.min(AHEAD, life / 6);
    // Jittered by owner, so that connections made together do not renew together.
    long jitter = ahead * Math.floorMod(owner.hashCode(), 100) / 500;
    return now < end - ahead - jitter ? NOT_YET : BEHIND;
  }

  /**
   * Whether a token that is handed out now is still good when it gets there.
   *
   * @param now in epoch milliseconds
   */
  static boolean isGoodOnArrival(Grant grant, long now) {
    long way = Math.min(ON_THE_WAY, grant.accessTokenLifeMillis() / 40);
    return now < grant.accessTokenExpiresAt().toEpochMilli() - way;
  }
}
