package io.github.qbconnector.impl.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealerTest {
  private final EncryptionKey old = key("old", 1);
  private final EncryptionKey fresh = key("fresh", 2);

  private static EncryptionKey key(String id, int fill) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) fill);
    return EncryptionKey.parse(id + ":" + Base64.getEncoder().encodeToString(bytes));
  }

  @Test
  void whatIsSealedOpensInItsPlaceOnly() {
    Sealer sealer = new Sealer(List.of(fresh));
    String envelope = sealer.seal("a token", "row 1|refresh_token");
    assertThat(envelope).startsWith("v1.fresh.").doesNotContain("token");
    assertThat(sealer.open(envelope, "row 1|refresh_token")).isEqualTo("a token");
    assertThatThrownBy(() -> sealer.open(envelope, "row 2|refresh_token"))
        .isInstanceOf(SealBrokenException.class);
    assertThatThrownBy(() -> sealer.open(envelope, "row 1|access_token"))
        .isInstanceOf(SealBrokenException.class);
  }

  @Test
  void theSameTextNeverLooksTheSameTwice() {
    Sealer sealer = new Sealer(List.of(fresh));
    assertThat(sealer.seal("a", "p")).isNotEqualTo(sealer.seal("a", "p"));
  }

  @Test
  void theFirstKeySealsAndAllOpen() {
    String before = new Sealer(List.of(old)).seal("kept", "p");
    Sealer rotated = new Sealer(List.of(fresh, old));
    assertThat(rotated.open(before, "p")).isEqualTo("kept");
    assertThat(rotated.seal("new", "p")).startsWith("v1.fresh.");
  }

  @Test
  void aMissingKeyIsToldWithoutShowingAnything() {
    String before = new Sealer(List.of(old)).seal("kept", "p");
    assertThatThrownBy(() -> new Sealer(List.of(fresh)).open(before, "p"))
        .isInstanceOf(SealBrokenException.class)
        .hasMessageContaining("old")
        .hasMessageContaining("not there")
        .hasMessageNotContaining("kept");
  }

  @Test
  void everyChangedCharacterBreaksTheSeal() {
    Sealer sealer = new Sealer(List.of(fresh));
    String envelope = sealer.seal("a token", "p");
    int start = "v1.fresh.".length();
    for (int i = start; i < envelope.length() - 1; i++) {
      char other = envelope.charAt(i) == 'A' ? 'B' : 'A';
      String changed = envelope.substring(0, i) + other + envelope.substring(i + 1);
      assertThatThrownBy(() -> sealer.open(changed, "p")).isInstanceOf(SealBrokenException.class);
    }
    for (int length = 0; length < envelope.length(); length++) {
      String cut = envelope.substring(0, length);
      assertThatThrownBy(() -> sealer.open(cut, "p")).isInstanceOf(SealBrokenException.class);
    }
  }

  @Test
  void signaturesDifferByPurposeAndText() {
    Sealer sealer = new Sealer(List.of(fresh));
    assertThat(sealer.sign("a", "csrf"))
        .isEqualTo(sealer.sign("a", "csrf"))
        .isNotEqualTo(sealer.sign("b", "csrf"))
        .isNotEqualTo(sealer.sign("a", "other"));
  }

  @Test
  void aMalformedKeyIsRefusedWithoutShowingIt() {
    for (String wrong : List.of("", "abc", ":AAAA", "id:AAAA", "id:***secret***", "i d:AAAA")) {
      assertThatThrownBy(() -> EncryptionKey.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("secret");
    }
    assertThat(fresh.toString()).isEqualTo("EncryptionKey(fresh)");
  }
}
