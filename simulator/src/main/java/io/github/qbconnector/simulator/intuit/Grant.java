package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.core.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one consent gave to one application; guarded by {@link Grants}. */
final class Grant {

  final long id;
  final String clientId;
  final List<String> scopes;
  final Optional<String> realmId;
  final Optional<String> nonce;
  final Instant authorizedAt;

  String refreshToken;
  Instant valueIssuedAt;
  Instant refreshExpiresAt;
  String previousToken = "";
  Instant previousReplacedAt = Instant.MIN;
  int refreshesInFlight;
  boolean revoked;

  Grant(
      long id,
      ConsentedRequest consent,
      Instant authorizedAt,
      String refreshToken,
      Instant refreshExpiresAt) {
    this.id = id;
    this.clientId = consent.clientId();
    this.scopes = consent.scopes();
    this.realmId = consent.realmId();
    this.nonce = consent.nonce();
    this.authorizedAt = authorizedAt;
    this.refreshToken = refreshToken;
    this.valueIssuedAt = authorizedAt;
    this.refreshExpiresAt = refreshExpiresAt;
  }

  void replaceValue(String newToken, Instant now) {
    previousToken = refreshToken;
    previousReplacedAt = now;
    refreshToken = newToken;
    valueIssuedAt = now;
  }

  boolean sameConnection(Grant other) {
    return this == other
        || (realmId.isPresent()
            && realmId.equals(other.realmId)
            && clientId.equals(other.clientId));
  }

  ActiveGrant view() {
    return new ActiveGrant(
        id,
        clientId,
        realmId,
        scopes,
        authorizedAt,
        valueIssuedAt,
        refreshExpiresAt,
        Fingerprint.of(refreshToken));
  }
}
