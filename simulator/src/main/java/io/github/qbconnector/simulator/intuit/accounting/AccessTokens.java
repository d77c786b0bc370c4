package io.github.qbconnector.simulator.intuit.accounting;

/** Who may read which books. */
public interface AccessTokens {

  /** What an access token allows now. */
  Access access(String token);

  /** Whether the person who connected this company is one of its admins. */
  boolean hasAdmin(String realmId);
}
