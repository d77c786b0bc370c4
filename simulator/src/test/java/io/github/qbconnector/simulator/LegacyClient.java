package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.TestClient.ACCOUNTING;
import static io.github.qbconnector.simulator.TestClient.REDIRECT;

import io.github.qbconnector.simulator.TestClient.Answer;
import java.time.Instant;
import oauth.signpost.commonshttp.CommonsHttpOAuthConsumer;
import oauth.signpost.exception.OAuthException;
import org.apache.http.client.methods.HttpPost;

/** An application of OAuth 1.0a times; signs with the library that Intuit's own client uses. */
final class LegacyClient {

  static final String PATH = "/v2/oauth2/tokens/migrate";

  private final QuickBooksSimulator simulator;
  private final TestClient client;
  String url;
  String consumerKey = "sim-oauth1-consumer";
  String consumerSecret = "sim-oauth1-consumer-secret";
  String token = "sim-oauth1-token";
  String tokenSecret = "sim-oauth1-token-secret";

  LegacyClient(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.client = new TestClient(simulator);
    this.url = simulator.intuit().url() + PATH;
  }

  LegacyClient as(String key, String secret, String accessToken, String accessTokenSecret) {
    LegacyClient other = new LegacyClient(simulator);
    other.consumerKey = key;
    other.consumerSecret = secret;
    other.token = accessToken;
    other.tokenSecret = accessTokenSecret;
    return other;
  }

  LegacyClient signingFor(String address) {
    LegacyClient other = new LegacyClient(simulator);
    other.url = address;
    return other;
  }

  String signed() {
    return signedAt(Instant.now());
  }

  String signedAt(Instant time) {
    CommonsHttpOAuthConsumer consumer =
        new CommonsHttpOAuthConsumer(consumerKey, consumerSecret) {
          @Override
          protected String generateTimestamp() {
            return Long.toString(time.getEpochSecond());
          }
        };
    consumer.setTokenWithSecret(token, tokenSecret);
    HttpPost post = new HttpPost(url);
    try {
      consumer.sign(post);
    } catch (OAuthException e) {
      throw new IllegalStateException(e);
    }
    return post.getFirstHeader("Authorization").getValue();
  }

  static String body(String scope) {
    return "{\"scope\":\""
        + scope
        + "\",\"redirect_uri\":\""
        + REDIRECT
        + "\",\"client_id\":\"sim-client\",\"client_secret\":\"sim-secret\"}";
  }

  Answer migrate() {
    return migrate(signed());
  }

  Answer migrate(String authorization) {
    return send(authorization, body(ACCOUNTING));
  }

  Answer migrateWith(String body) {
    return send(signed(), body);
  }

  private Answer send(String authorization, String body) {
    return client.post(
        PATH, body, "Authorization", authorization, "Content-Type", "application/json");
  }
}
