package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.core.Fingerprint;
import io.github.qbconnector.simulator.http.JsonCodec;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;

/** Signs id_tokens with a key of its own and publishes that key. */
final class IdTokenSigner {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final Clock clock;
  private final TokenSettings settings;
  private final KeyPair keys;
  private final String keyId;

  IdTokenSigner(Clock clock, TokenSettings settings) {
    this.clock = clock;
    this.settings = settings;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    keyId = "sim-" + Fingerprint.of(publicKey().getModulus().toString());
  }

  private RSAPublicKey publicKey() {
    return (RSAPublicKey) keys.getPublic();
  }

  JsonObject keySet() {
    return JsonCodec.BUILDERS
        .createObjectBuilder()
        .add(
            "keys",
            JsonCodec.BUILDERS
                .createArrayBuilder()
                .add(
                    JsonCodec.BUILDERS
                        .createObjectBuilder()
                        .add("kty", "RSA")
                        .add("e", BASE64.encodeToString(unsigned(publicKey().getPublicExponent())))
                        .add("use", "sig")
                        .add("kid", keyId)
                        .add("alg", "RS256")
                        .add("n", BASE64.encodeToString(unsigned(publicKey().getModulus())))))
        .build();
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  String sign(IssuedTokens tokens) {
    long now = clock.instant().getEpochSecond();
    JsonObject header =
        JsonCodec.BUILDERS.createObjectBuilder().add("kid", keyId).add("alg", "RS256").build();
    JsonObjectBuilder claims =
        JsonCodec.BUILDERS
            .createObjectBuilder()
            .add("sub", Person.SUBJECT)
            .add("aud", JsonCodec.BUILDERS.createArrayBuilder().add(tokens.clientId()));
    tokens.realmId().ifPresent(realm -> claims.add("realmid", realm));
    claims
        .add("auth_time", tokens.authorizedAt().getEpochSecond())
        .add("iss", settings.issuer())
        .add("exp", now + LIFETIME.toSeconds())
        .add("iat", now);
    if (settings.nonceInIdToken()) {
      tokens.nonce().ifPresent(nonce -> claims.add("nonce", nonce));
    }
    String signed = encode(header) + "." + encode(claims.build());
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(JsonObject part) {
    return BASE64.encodeToString(JsonCodec.print(part).getBytes(StandardCharsets.UTF_8));
  }
}
