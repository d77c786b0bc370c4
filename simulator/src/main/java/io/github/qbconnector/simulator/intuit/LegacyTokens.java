package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.core.Fingerprint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The OAuth 1.0a tokens that Intuit still knows: companies connected before OAuth 2.0. */
public final class LegacyTokens {

  /** The consumer that is always there. */
  public static final String DEFAULT_CONSUMER_KEY = "sim-oauth1-consumer";

  /** Its secret. */
  public static final String DEFAULT_CONSUMER_SECRET = "sim-oauth1-consumer-secret";

  /** The access token that is always there. */
  public static final String DEFAULT_TOKEN = "sim-oauth1-token";

  /** Its secret. */
  public static final String DEFAULT_TOKEN_SECRET = "sim-oauth1-token-secret";

  /** The company that the default token is for. */
  public static final String DEFAULT_REALM_ID = "9341453912000017";

  /** An access token of a company. */
  public record Token(
      String consumerKey, String accessToken, String accessTokenSecret, String realmId) {
    @Override
    public String toString() {
      return "Token[" + Fingerprint.of(accessToken) + " of " + realmId + "]";
    }
  }

  private final Map<String, String> consumerSecrets = new TreeMap<>();
  private final Map<String, Token> tokens = new TreeMap<>();
  private final Map<String, Boolean> nonces = new BoundedMap<>(100_000);

  /** Creates the register with the default token in it. */
  public LegacyTokens() {
    reset();
  }

  /** Registers a token, or changes it; the consumer's secret is the same for all its tokens. */
  public synchronized void add(
      String consumerKey,
      String consumerSecret,
      String accessToken,
      String accessTokenSecret,
      String realmId) {
    consumerSecrets.put(consumerKey, consumerSecret);
    tokens.put(accessToken, new Token(consumerKey, accessToken, accessTokenSecret, realmId));
  }

  /** Ends a token, as its user or Intuit can do; its consumer stays known. */
  public synchronized boolean remove(String accessToken) {
    return tokens.remove(accessToken) != null;
  }

  /** All tokens. */
  public synchronized List<Token> list() {
    return List.copyOf(tokens.values());
  }

  /** Leaves only the default token, and forgets which nonces were used. */
  public synchronized void reset() {
    consumerSecrets.clear();
    tokens.clear();
    nonces.clear();
    add(
        DEFAULT_CONSUMER_KEY,
        DEFAULT_CONSUMER_SECRET,
        DEFAULT_TOKEN,
        DEFAULT_TOKEN_SECRET,
        DEFAULT_REALM_ID);
  }

  synchronized Optional<String> consumerSecret(String consumerKey) {
    return Optional.ofNullable(consumerSecrets.get(consumerKey));
  }

  synchronized Optional<Token> find(String consumerKey, String accessToken) {
    return Optional.ofNullable(tokens.get(accessToken))
        .filter(token -> token.consumerKey().equals(consumerKey));
  }

  /** Whether this nonce came for the first time with this time and token. */
  synchronized boolean firstUse(Token token, String timestamp, String nonce) {
    String use = String.join(" ", timestamp, token.consumerKey(), token.accessToken(), nonce);
    return nonces.put(use, true) == null;
  }
}
