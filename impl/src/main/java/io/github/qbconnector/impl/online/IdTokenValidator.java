package io.github.qbconnector.impl.online;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.Product;
import io.github.qbconnector.Secret;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.Fault;
import io.github.qbconnector.error.RequestRejectedException;
import io.github.qbconnector.impl.connection.ProviderProblem;
import io.github.qbconnector.impl.http.HttpAnswer;
import io.github.qbconnector.impl.http.HttpCall;
import io.github.qbconnector.impl.http.HttpTransport;
import io.github.qbconnector.impl.http.OutageException;
import io.github.qbconnector.impl.http.ProviderGuard;
import io.github.qbconnector.impl.http.TransportException;
import io.github.qbconnector.online.IdToken;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Validates id tokens as OpenID Connect Core section 3.1.3.7 says: RS256 and nothing else, by a key
 * that Intuit publishes, for this client, not expired. The keys are kept for an hour; an unknown
 * key id reads them again, at most once a minute.
 */
final class IdTokenValidator {
  private static final Duration LEEWAY = Duration.ofSeconds(60);
  private static final Duration KEEP = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int MAX_BYTES = 64 * 1024;

  private record Keys(JWKSet set, Instant readAt) {}

  private final Discovery discovery;
  private final Supplier<String> clientId;
  private final Supplier<Duration> readTimeout;
  private final HttpTransport transport;
  private final ProviderGuard guard;
  private final IntuitAnswers answers;
  private final Clock clock;
  private @Nullable Keys keys;

  IdTokenValidator(
      Discovery discovery,
      Supplier<String> clientId,
      Supplier<Duration> readTimeout,
      HttpTransport transport,
      ProviderGuard guard,
      IntuitAnswers answers,
      Clock clock) {
    this.discovery = discovery;
    this.clientId = clientId;
    this.readTimeout = readTimeout;
    this.transport = transport;
    this.guard = guard;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * @param nonce compared if the token holds one; {@code null} if none was sent
   */
  IdToken validate(Secret idToken, @Nullable String nonce) throws ProviderProblem {
    SignedJWT jwt;
    JWTClaimsSet claims;
    try {
      jwt = SignedJWT.parse(idToken.reveal());
      claims = jwt.getJWTClaimsSet();
    } catch (ParseException e) {
      throw invalid("it is not a signed JWT");
    }
    if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())) {
      throw invalid("its algorithm is not RS256");
    }
    if (claims == null || !isSigned(jwt)) {
      throw invalid("its signature is not by a key that Intuit publishes");
    }
    if (!discovery.endpoints().issuer().equals(claims.getIssuer())) {
      throw invalid("its issuer is not Intuit");
    }
    if (!claims.getAudience().contains(clientId.get())) {
      throw invalid("it is for another client");
    }
    Instant now = clock.instant();
    Date expires = claims.getExpirationTime();
    Date issued = claims.getIssueTime();
    if (expires == null || !now.isBefore(expires.toInstant().plus(LEEWAY))) {
      throw invalid("it has expired");
    }
    if (issued == null || now.isBefore(issued.toInstant().minus(LEEWAY))) {
      throw invalid("it was issued in the future");
    }
    if (claims.getSubject() == null) {
      throw invalid("it names nobody");
    }
    Object found = claims.getClaim("nonce");
    if (found != null && !Objects.equals(found, nonce)) {
      throw invalid("its nonce is another one");
    }
    return new IdToken(
        claims.getSubject(),
        Optional.ofNullable(claims.getClaim("realmid")).map(Object::toString),
        issued.toInstant(),
        expires.toInstant());
  }

  private boolean isSigned(SignedJWT jwt) throws ProviderProblem {
    String keyId = jwt.getHeader().getKeyID();
    JWK key = key(keyId);
    if (!(key instanceof RSAKey rsa)) {
      return false;
    }
    try {
      return jwt.verify(new RSASSAVerifier(rsa.toRSAPublicKey()));
    } catch (JOSEException e) {
      return false;
    }
  }

  private synchronized @Nullable JWK key(@Nullable String keyId) throws ProviderProblem {
    Instant now = clock.instant();
    Keys known = keys;
    if (known == null || Duration.between(known.readAt(), now).compareTo(KEEP) > 0) {
      known = read(now);
    }
    JWK key = find(known, keyId);
    if (key == null && Duration.between(known.readAt(), now).compareTo(PAUSE) > 0) {
      key = find(read(now), keyId);
    }
    return key;
  }

  private static @Nullable JWK find(Keys keys, @Nullable String keyId) {
    return keyId == null ? null : keys.set().getKeyByKeyId(keyId);
  }

  private Keys read(Instant now) throws ProviderProblem {
    String what = "Reading Intuit's signature keys";
    HttpAnswer answer;
    try {
      answer =
          guard.read(
              () ->
                  transport.send(
                      HttpCall.get(discovery.endpoints().jwks(), readTimeout.get())
                          .header("Accept", "application/json")
                          .atMost(MAX_BYTES)));
    } catch (TransportException e) {
      throw answers.lost(what, e);
    } catch (OutageException e) {
      answer = e.answer();
    }
    if (answer.status() != 200) {
      throw answers.oauth(what, answer);
    }
    try {
      Keys fresh = new Keys(JWKSet.parse(answer.text()), now);
      keys = fresh;
      return fresh;
    } catch (ParseException e) {
      throw answers.unreadable(what, answer);
    }
  }

  private ProviderProblem invalid(String why) {
    return new ProviderProblem(
        ConnectionState.CONNECTED,
        StatusReason.NONE,
        new RequestRejectedException(
            "The id_token is not valid: " + why + ".",
            ErrorDetails.of("QBC0207", clock.instant()).product(Product.ONLINE).build(),
            List.of(new Fault("id_token", why, "", null)),
            null));
  }
}
