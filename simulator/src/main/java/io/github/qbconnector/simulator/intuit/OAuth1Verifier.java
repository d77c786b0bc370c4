package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.core.SimulatorClock;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies requests that are signed with an OAuth 1.0a token (RFC 5849 section 3.2). */
final class OAuth1Verifier {

  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private final LegacyTokens tokens;
  private final SimulatorClock clock;

  OAuth1Verifier(LegacyTokens tokens, SimulatorClock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** The token that the request is signed with. */
  LegacyTokens.Token require(SimulatorRequest request) {
    OAuth1Header header = OAuth1Header.parse(request.header("Authorization").orElse(""));
    String consumerKey = header.require("oauth_consumer_key");
    String accessToken = header.require("oauth_token");
    String timestamp = header.require("oauth_timestamp");
    String nonce = header.require("oauth_nonce");
    String signature = header.require("oauth_signature");
    if (!header.require("oauth_signature_method").equals("HMAC-SHA1")) {
      throw OAuth1Problem.malformed("signature_method_rejected");
    }
    if (!header.parameters().getOrDefault("oauth_version", "1.0").equals("1.0")) {
      throw OAuth1Problem.malformed("version_rejected");
    }
    String consumerSecret =
        tokens
            .consumerSecret(consumerKey)
            .orElseThrow(() -> OAuth1Problem.refused("consumer_key_unknown"));
    LegacyTokens.Token token =
        tokens
            .find(consumerKey, accessToken)
            .orElseThrow(() -> OAuth1Problem.refused("token_rejected"));
    if (!timely(timestamp)) {
      throw OAuth1Problem.refused("timestamp_refused");
    }
    String expected =
        signature(
            baseString(request, header),
            encode(consumerSecret) + "&" + encode(token.accessTokenSecret()));
    if (!MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8))) {
      throw OAuth1Problem.refused("signature_invalid");
    }
    // Last, so that nobody without the secrets can use up a nonce.
    if (!tokens.firstUse(token, timestamp, nonce)) {
      throw OAuth1Problem.refused("nonce_used");
    }
    return token;
  }

  /** Real time will do as well, since an application's clock does not follow the simulator's. */
  private boolean timely(String timestamp) {
    if (!timestamp.matches("[1-9]\\d{0,11}")) {
      throw OAuth1Problem.malformed("parameter_rejected");
    }
    Instant said = Instant.ofEpochSecond(Long.parseLong(timestamp));
    Instant now = clock.instant();
    return near(said, now) || near(said, now.minus(clock.offset()));
  }

  private static boolean near(Instant a, Instant b) {
    return Duration.between(a, b).abs().compareTo(WINDOW) <= 0;
  }

  private static String baseString(SimulatorRequest request, OAuth1Header header) {
    Map<String, String> signed = new TreeMap<>();
    header.parameters().forEach((name, value) -> signed.put(encode(name), encode(value)));
    signed.remove("realm");
    signed.remove("oauth_signature");
    String parameters =
        signed.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("&"));
    return request.method()
        + "&"
        + encode(address(URI.create(request.baseUrl() + request.path())))
        + "&"
        + encode(parameters);
  }

  private static String address(URI url) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    String origin = scheme + "://" + url.getHost().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    boolean named = url.getPort() != -1 && url.getPort() != usual;
    return origin + (named ? ":" + url.getPort() : "") + url.getRawPath();
  }

  private static String signature(String text, String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (octet & 0xff);
      if (UNRESERVED.indexOf(character) >= 0) {
        encoded.append(character);
      } else {
        encoded.append("%%%02X".formatted((int) character));
      }
    }
    return encoded.toString();
  }
}
