package io.github.qbconnector.chaos.verdict;

/** Something that happened to one connection. */
public sealed interface Event {

  /**
   * A refresh has reached the provider.
   *
   * @param rotated whether the token that was presented is dead from now on
   */
  record Call(Fate fate, boolean rotated) implements Event {}

  /** What became of a refresh. */
  enum Fate {
    /** New tokens were sent. */
    ANSWERED,
    /** New tokens were made, and the answer was cut or spoilt on its way. */
    CUT,
    /** A fault struck, and nothing was done. */
    SPOILT,
    /** The token was refused. */
    REFUSED
  }

  /** A node has written new tokens down, and has said so. */
  record Commit(long generation) implements Event {}

  /** Somebody was struck while the connection was being refreshed there. */
  record Struck(Cause cause) implements Event {}

  /** Who was struck, and how. */
  enum Cause {
    /** The node was killed. */
    NODE_KILLED,
    /** The node was stopped for longer than its lease lasts. */
    NODE_STOPPED,
    /** The database was restarted, or killed. */
    DATABASE
  }
}
