package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.core.Fingerprint;
import io.github.qbconnector.simulator.intuit.accounting.Access;
import io.github.qbconnector.simulator.intuit.accounting.AccessTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Consents, codes and tokens: everything that Intuit's authorization server remembers. */
public final class Grants implements AccessTokens {

  /**
   * Two refreshes this close count as concurrent, though one was answered before the other came.
   */
  private static final Duration CONCURRENT = Duration.ofSeconds(60);

  private static final class Code {
    final ConsentedRequest consent;
    final Instant expiresAt;
    boolean used;
    @Nullable Grant grant;

    Code(ConsentedRequest consent, Instant expiresAt) {
      this.consent = consent;
      this.expiresAt = expiresAt;
    }
  }

  private record Issued(Grant grant, Instant expiresAt) {}

  private final Clock clock;
  private final TokenSettings settings;
  private final TokenValues values = new TokenValues();

  private final Map<String, Code> codes = new BoundedMap<>(50_000);
  private final Map<String, Issued> accessTokens = new BoundedMap<>(200_000);
  private final Map<String, Grant> refreshTokens = new BoundedMap<>(200_000);
  private final Set<String> realmsWithoutAdmin = new HashSet<>();
  private long lastId;

  /** Creates an empty memory. */
  public Grants(Clock clock, TokenSettings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  synchronized String issueCode(ConsentedRequest consent) {
    Instant now = clock.instant();
    String code = values.code(now);
    codes.put(code, new Code(consent, now.plus(settings.codeLifetime())));
    return code;
  }

  synchronized IssuedTokens exchange(
      String clientId, String codeValue, String redirectUri, Optional<String> verifier) {
    Code code = codes.get(codeValue);
    if (code == null || !code.consent.clientId().equals(clientId)) {
      throw OAuthException.tokenInvalid();
    }
    if (code.used) {
      if (code.grant != null) {
        revokeConnection(code.grant);
      }
      throw OAuthException.tokenInvalid();
    }
    code.used = true;
    Instant now = clock.instant();
    if (now.isAfter(code.expiresAt)
        || !code.consent.redirectUri().equals(redirectUri)
        || !provesPossession(code.consent.codeChallenge(), verifier)) {
      throw OAuthException.tokenInvalid();
    }
    Grant grant = newGrant(code.consent, now);
    code.grant = grant;
    return issue(grant, now, false);
  }

  private static boolean provesPossession(Optional<String> challenge, Optional<String> verifier) {
    return challenge.isEmpty()
        || verifier
            .map(Fingerprint::digest)
            .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
            .equals(challenge);
  }

  private Grant newGrant(ConsentedRequest consent, Instant now) {
    lastId++;
    Instant expiresAt = earlier(now.plus(settings.refreshLifetime()), hardEnd(now));
    Grant grant = new Grant(lastId, consent, now, values.refreshToken(expiresAt), expiresAt);
    refreshTokens.put(grant.refreshToken, grant);
    return grant;
  }

  synchronized IssuedTokens refresh(String clientId, String token) {
    Instant now = clock.instant();
    Grant grant = refreshTokens.get(token);
    if (grant == null) {
      throw accessTokens.containsKey(Fingerprint.sha256(token))
          ? OAuthException.incorrectTokenTypeOrClient()
          : OAuthException.incorrectRefreshToken();
    }
    if (!grant.clientId.equals(clientId)) {
      throw OAuthException.incorrectTokenTypeOrClient();
    }
    if (grant.revoked || !now.isBefore(grant.refreshExpiresAt)) {
      throw OAuthException.incorrectRefreshToken();
    }
    boolean current = grant.refreshToken.equals(token);
    if (!current && !now.isBefore(grant.previousReplacedAt.plus(settings.grace()))) {
      if (settings.concurrentRefreshRevokes()
          && now.isBefore(grant.previousReplacedAt.plus(CONCURRENT))) {
        revokeConnection(grant);
      }
      throw OAuthException.incorrectRefreshToken();
    }
    grant.refreshExpiresAt =
        earlier(now.plus(settings.refreshLifetime()), hardEnd(grant.authorizedAt));
    boolean rotate =
        current
            && (settings.rotation() == Rotation.EVERY_USE
                || !now.isBefore(grant.valueIssuedAt.plus(settings.rotationAge())));
    if (rotate) {
      refreshTokens.remove(grant.previousToken);
      grant.replaceValue(values.refreshToken(grant.refreshExpiresAt), now);
      refreshTokens.put(grant.refreshToken, grant);
    }
    return issue(grant, now, rotate);
  }

  private IssuedTokens issue(Grant grant, Instant now, boolean rotated) {
    String accessToken = values.accessToken();
    Duration lifetime = settings.accessLifetime();
    accessTokens.put(Fingerprint.sha256(accessToken), new Issued(grant, now.plus(lifetime)));
    return new IssuedTokens(
        grant.clientId,
        grant.realmId,
        grant.scopes,
        grant.nonce,
        grant.authorizedAt,
        accessToken,
        lifetime,
        grant.refreshToken,
        Duration.between(now, grant.refreshExpiresAt),
        Duration.between(now, hardEnd(grant.authorizedAt)),
        rotated);
  }

  private Instant hardEnd(Instant authorizedAt) {
    return authorizedAt.plus(settings.hardLifetime());
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** A refresh has arrived; an earlier one of the same grant may still be on its way. */
  synchronized void refreshArrived(String token) {
    Grant grant = refreshTokens.get(token);
    if (grant != null) {
      grant.refreshesInFlight++;
      if (grant.refreshesInFlight > 1 && settings.concurrentRefreshRevokes()) {
        revokeConnection(grant);
      }
    }
  }

  synchronized void refreshAnswered(String token) {
    Grant grant = refreshTokens.get(token);
    if (grant != null && grant.refreshesInFlight > 0) {
      grant.refreshesInFlight--;
    }
  }

  synchronized Optional<String> realmOfCode(String codeValue) {
    Code code = codes.get(codeValue);
    return code == null ? Optional.empty() : code.consent.realmId();
  }

  synchronized Optional<String> realmOfRefreshToken(String token) {
    Grant grant = refreshTokens.get(token);
    return grant == null ? Optional.empty() : grant.realmId;
  }

  synchronized void revoke(String clientId, String token) {
    Grant grant = refreshTokens.get(token);
    if (grant == null) {
      Issued issued = accessTokens.get(Fingerprint.sha256(token));
      grant = issued == null || expired(issued) ? null : issued.grant();
    } else if (!grant.refreshToken.equals(token)) {
      grant = null;
    }
    if (grant == null || grant.revoked || !grant.clientId.equals(clientId)) {
      throw OAuthException.tokenInvalid();
    }
    revokeConnection(grant);
  }

  private boolean expired(Issued issued) {
    return !clock.instant().isBefore(issued.expiresAt());
  }

  private void revokeConnection(Grant grant) {
    revokeIf(grant::sameConnection);
  }

  private int revokeIf(Predicate<Grant> condition) {
    int revoked = 0;
    for (Grant grant : Set.copyOf(refreshTokens.values())) {
      if (!grant.revoked && condition.test(grant)) {
        grant.revoked = true;
        revoked++;
      }
    }
    return revoked;
  }

  @Override
  public synchronized Access access(String token) {
    Issued issued = accessTokens.get(Fingerprint.sha256(token));
    if (issued == null) {
      return Access.UNKNOWN;
    }
    Grant grant = issued.grant();
    Access.State state =
        grant.revoked
            ? Access.State.REVOKED
            : expired(issued) ? Access.State.EXPIRED : Access.State.GOOD;
    return new Access(state, grant.clientId, grant.realmId, grant.scopes);
  }

  /**
   * Consents without a browser and exchanges the code at once: the short way to many connections.
   */
  public synchronized IssuedTokens issue(String clientId, String realmId, String... scopes) {
    ConsentedRequest consent =
        new ConsentedRequest(
            clientId,
            "",
            List.of(scopes),
            Optional.of(realmId),
            Optional.empty(),
            Optional.empty());
    Instant now = clock.instant();
    return issue(newGrant(consent, now), now, false);
  }

  /** The grants that were not revoked, oldest first. */
  public synchronized List<ActiveGrant> list() {
    List<ActiveGrant> active = new ArrayList<>();
    Set<Grant> seen = new HashSet<>();
    for (Grant grant : refreshTokens.values()) {
      if (!grant.revoked && seen.add(grant)) {
        active.add(grant.view());
      }
    }
    return active;
  }

  /** Whether any application is connected to this company. */
  public boolean connected(String realmId) {
    return list().stream().anyMatch(grant -> grant.realmId().equals(Optional.of(realmId)));
  }

  /** Ends all connections of a company, as its user can do inside QuickBooks. */
  public synchronized int revoke(String realmId) {
    return revokeIf(grant -> grant.realmId.equals(Optional.of(realmId)));
  }

  /** Ends one grant. */
  public synchronized boolean revokeGrant(long id) {
    return revokeIf(grant -> grant.id == id) > 0;
  }

  /** Lets all access tokens of a company expire now; refreshing still works. */
  public synchronized void expireAccessTokens(String realmId) {
    Instant now = clock.instant();
    accessTokens.replaceAll(
        (token, issued) ->
            issued.grant().realmId.equals(Optional.of(realmId)) && !expired(issued)
                ? new Issued(issued.grant(), now)
                : issued);
  }

  /** The person who connected this company is no longer one of its admins. */
  public synchronized void removeAdmin(String realmId) {
    realmsWithoutAdmin.add(realmId);
  }

  /** The person who connected this company is an admin again. */
  public synchronized void restoreAdmin(String realmId) {
    realmsWithoutAdmin.remove(realmId);
  }

  @Override
  public synchronized boolean hasAdmin(String realmId) {
    return !realmsWithoutAdmin.contains(realmId);
  }

  /** Forgets everything. */
  public synchronized void reset() {
    codes.clear();
    accessTokens.clear();
    refreshTokens.clear();
    realmsWithoutAdmin.clear();
  }
}
