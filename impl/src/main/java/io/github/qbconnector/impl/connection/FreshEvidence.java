package io.github.qbconnector.impl.connection;

import java.time.Instant;

/**
 * Where fresh evidence of a connection comes from: a token refresh (Online), a round of questions
 * (Desktop). One exchange at a time for each connection; whoever asks meanwhile shares it.
 */
interface FreshEvidence {

  /** Whether asking now could tell something, or the last failure is still to be waited out. */
  boolean isWorthAsking(KnownConnection known, Instant now);

  /**
   * Asks, in the background.
   *
   * @return what to wait for
   */
  Flight ask(KnownConnection known);

  /** Asks, and nobody waits; what comes of it is in the view. */
  default void askBehind(KnownConnection known) {
    Flight unused = ask(known);
  }
}
