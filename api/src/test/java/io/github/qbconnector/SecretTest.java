package io.github.qbconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.online.IntuitTokens;
import io.github.qbconnector.online.Pkce;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretTest {
  private final Secret secret = Secret.of("MARKER");

  @Test
  void printingShowsNothingNotEvenInsideARecord() {
    assertThat(secret.toString()).doesNotContain("MARKER");
    assertThat(String.format("%s", secret)).doesNotContain("MARKER");
    Instant now = Instant.now();
    IntuitTokens tokens =
        new IntuitTokens(
            secret, now, secret, now, Optional.empty(), Optional.of(secret), Optional.empty());
    assertThat(tokens.toString()).doesNotContain("MARKER");
    assertThat(Pkce.of(secret).toString()).doesNotContain("MARKER");
  }

  @Test
  void serialisingFails() {
    assertThatThrownBy(
            () -> {
              try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
                out.writeObject(secret);
              }
            })
        .isInstanceOf(NotSerializableException.class);
  }

  @Test
  void mappersFindNeitherGetterNorPublicField() throws IntrospectionException {
    assertThat(Introspector.getBeanInfo(Secret.class, Object.class).getPropertyDescriptors())
        .isEmpty();
    assertThat(
            Arrays.stream(Secret.class.getFields())
                .filter(f -> Modifier.isPublic(f.getModifiers())))
        .isEmpty();
  }

  @Test
  void equalityIsByValue() {
    assertThat(secret).isEqualTo(Secret.of("MARKER")).hasSameHashCodeAs(Secret.of("MARKER"));
    assertThat(secret).isNotEqualTo(Secret.of("OTHER")).isNotEqualTo("MARKER");
  }

  @Test
  void anEmptySecretIsAMistake() {
    assertThatThrownBy(() -> Secret.of("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aProofKeyIsThatOfTheStandard() {
    // RFC 7636, appendix B
    Pkce pkce = Pkce.of(Secret.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
    assertThat(pkce.challenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    assertThat(Pkce.create().verifier().reveal()).matches("[A-Za-z0-9_-]{43,128}");
    assertThat(Pkce.create()).isNotEqualTo(Pkce.create());
  }
}
