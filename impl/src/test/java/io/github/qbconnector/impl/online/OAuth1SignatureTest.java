package io.github.qbconnector.impl.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.Secret;
import io.github.qbconnector.online.OAuth1Token;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The signature against the values that the standards and their users have published. */
class OAuth1SignatureTest {
  private static final Secret CONSUMER_SECRET = Secret.of("kd94hf93k423kf44");

  private static Map<String, String> printer(String token, String timestamp, String nonce) {
    return Map.of(
        "oauth_consumer_key",
        "dpf43f3p2l4k3l03",
        "oauth_token",
        token,
        "oauth_signature_method",
        "HMAC-SHA1",
        "oauth_timestamp",
        timestamp,
        "oauth_nonce",
        nonce);
  }

  @Test
  void thePhotoOfRfc5849Section12IsSignedAsPublished() {
    String baseString =
        OAuth1Signature.baseString(
            "GET",
            URI.create("http://photos.example.net/photos?file=vacation.jpg&size=original"),
            printer("nnch734d00sl2jdk", "137131202", "chapoH"));
    assertThat(OAuth1Signature.of(baseString, CONSUMER_SECRET, Secret.of("pfkkdhi9sl3r4s00")))
        .isEqualTo("MdpQcU8iPSUjWoN/UDMsK2sui9I=");
  }

  @Test
  void theTokenOfRfc5849Section12IsSignedAsPublished() {
    Map<String, String> parameters =
        new HashMap<>(printer("hh5s93j4hdidpola", "137131201", "walatlh"));
    parameters.put("oauth_verifier", "hfdp7dh39dks9884");
    String baseString =
        OAuth1Signature.baseString(
            "POST", URI.create("https://photos.example.net/token"), parameters);
    assertThat(OAuth1Signature.of(baseString, CONSUMER_SECRET, Secret.of("hdhd0244k9j7ao03")))
        .isEqualTo("gKgrFCywp7rO0OXSjdot/IHF7IU=");
  }

  @Test
  void theBaseStringOfRfc5849Section341IsMadeAsPublished() {
    // The RFC has "c2&a3=2+q" in a form, which counts as a query does.
    String baseString =
        OAuth1Signature.baseString(
            "post",
            URI.create("http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b&c2&a3=2+q"),
            Map.of(
                "oauth_consumer_key",
                "9djdj82h48djs9d2",
                "oauth_token",
                "kkk9d7dh3k39sjv7",
                "oauth_signature_method",
                "HMAC-SHA1",
                "oauth_timestamp",
                "137131201",
                "oauth_nonce",
                "7d8f3e4a"));
    assertThat(baseString)
        .isEqualTo(
            "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D"
                + "%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_"
                + "nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D1371312"
                + "01%26oauth_token%3Dkkk9d7dh3k39sjv7");
  }

  @Test
  void thePhotoOfOAuthCore10AppendixAIsSignedAsPublished() {
    OAuth1Signer signer =
        new OAuth1Signer(
            Clock.fixed(Instant.ofEpochSecond(1_191_242_096), ZoneOffset.UTC),
            () -> "kllo9940pd9333jh");
    String header =
        signer.authorization(
            "GET",
            URI.create("http://photos.example.net/photos?file=vacation.jpg&size=original"),
            new OAuth1Token(
                "dpf43f3p2l4k3l03",
                CONSUMER_SECRET,
                Secret.of("nnch734d00sl2jdk"),
                Secret.of("pfkkdhi9sl3r4s00")));
    assertThat(header)
        .isEqualTo(
            "OAuth oauth_consumer_key=\"dpf43f3p2l4k3l03\", oauth_nonce=\"kllo9940pd9333jh\","
                + " oauth_signature=\"tR3%2BTy81lMeYAr%2FFid0kMTYa%2FWM%3D\","
                + " oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"1191242096\","
                + " oauth_token=\"nnch734d00sl2jdk\", oauth_version=\"1.0\"");
  }

  @Test
  void aTextWithBlanksAndSignsIsSignedAsTwitterPublishesIt() {
    String baseString =
        OAuth1Signature.baseString(
            "POST",
            URI.create(
                "https://api.twitter.com/1.1/statuses/update.json?include_entities=true&status="
                    + "Hello%20Ladies%20%2B%20Gentlemen%2C%20a%20signed%20OAuth%20request%21"),
            Map.of(
                "oauth_consumer_key",
                "xvz1evFS4wEEPTGEFPHBog",
                "oauth_nonce",
                "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg",
                "oauth_signature_method",
                "HMAC-SHA1",
                "oauth_timestamp",
                "1318622958",
                "oauth_token",
                "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb",
                "oauth_version",
                "1.0"));
    assertThat(
            OAuth1Signature.of(
                baseString,
                Secret.of("kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw"),
                Secret.of("LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE")))
        .isEqualTo("hCtSmYh+iHYCEqBWrE7C7hYmtUk=");
  }

  @ParameterizedTest
  @CsvSource({
    "http://EXAMPLE.COM:80/r%20v/X?id=123, http://example.com/r%20v/X",
    "https://www.example.net:8080/?q=1, https://www.example.net:8080/",
    "https://Example.net:443/a, https://example.net/a",
    "https://example.net:80/a, https://example.net:80/a",
    "HTTP://127.0.0.1:9080/a, http://127.0.0.1:9080/a",
    "https://example.net, https://example.net/"
  })
  void theAddressIsNormalized(String url, String normalized) {
    assertThat(OAuth1Signature.baseString("GET", URI.create(url), Map.of("a", "b")))
        .startsWith("GET&" + OAuth1Signature.encode(normalized) + "&");
  }

  @Test
  void parametersAreSortedByNameBeforeValue() {
    // As whole pairs "a1=x" would come before "a=x".
    assertThat(
            OAuth1Signature.baseString(
                "GET", URI.create("http://h/?a1=x&a=x&a=B&a=a"), Map.of("z", "z")))
        .isEqualTo("GET&http%3A%2F%2Fh%2F&a%3DB%26a%3Da%26a%3Dx%26a1%3Dx%26z%3Dz");
  }

  @ParameterizedTest
  @CsvSource({
    "abcXYZ019-._~, abcXYZ019-._~",
    "'a b', a%20b",
    "a+b*c, a%2Bb%2Ac",
    "=&%/, %3D%26%25%2F",
    "ü☃, %C3%BC%E2%98%83"
  })
  void onlyTheUnreservedStayAsTheyAre(String text, String encoded) {
    assertThat(OAuth1Signature.encode(text)).isEqualTo(encoded);
  }
}
