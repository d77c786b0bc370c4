package io.github.qbconnector.impl.online;

import io.github.qbconnector.online.OAuth1Token;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes the Authorization header of a request that is signed with OAuth 1.0a (RFC 5849). */
final class OAuth1Signer {
  private final Clock clock;
  private final Supplier<String> nonces;

  /**
   * @param nonces gives a value that was never used before
   */
  OAuth1Signer(Clock clock, Supplier<String> nonces) {
    this.clock = clock;
    this.nonces = nonces;
  }

  /** The header for one request whose body has no part in the signature, as JSON has none. */
  String authorization(String method, URI uri, OAuth1Token token) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("oauth_consumer_key", token.consumerKey());
    parameters.put("oauth_nonce", nonces.get());
    parameters.put("oauth_signature_method", "HMAC-SHA1");
    parameters.put("oauth_timestamp", Long.toString(clock.instant().getEpochSecond()));
    parameters.put("oauth_token", token.accessToken().reveal());
    parameters.put("oauth_version", "1.0");
    String baseString = OAuth1Signature.baseString(method, uri, parameters);
    parameters.put(
        "oauth_signature",
        OAuth1Signature.of(baseString, token.consumerSecret(), token.accessTokenSecret()));
    return parameters.entrySet().stream()
        .map(e -> e.getKey() + "=\"" + OAuth1Signature.encode(e.getValue()) + "\"")
        .collect(Collectors.joining(", ", "OAuth ", ""));
  }
}
