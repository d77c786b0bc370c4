package io.github.qbconnector.simulator.intuit.accounting;

import java.util.List;
import java.util.Optional;

/**
 * What an access token allows now.
 *
 * @param state whether it is good, and if not, why
 */
public record Access(State state, String clientId, Optional<String> realmId, List<String> scopes) {

  /** Whether a token is good. */
  public enum State {
    /** It is good. */
    GOOD,
    /** Its hour is over. */
    EXPIRED,
    /** Its grant was revoked. */
    REVOKED,
    /** It was never issued. */
    UNKNOWN
  }

  /** What a token allows that was never issued. */
  public static final Access UNKNOWN = new Access(State.UNKNOWN, "", Optional.empty(), List.of());

  /** Whether the token is good. */
  public boolean good() {
    return state == State.GOOD;
  }
}
