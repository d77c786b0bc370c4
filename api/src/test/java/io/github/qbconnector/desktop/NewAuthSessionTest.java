package io.github.qbconnector.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewAuthSessionTest {
  private final NewAuthSession plain = NewAuthSession.of("end_usr_1");

  @ParameterizedTest
  @ValueSource(strings = {"PT15M", "PT30M", "P7D"})
  void aLinkLivesWithinConductorsBounds(String time) {
    assertThat(plain.expiringAfter(Duration.parse(time)).linkExpiry())
        .contains(Duration.parse(time));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "-PT30M", "PT14M59S", "P7DT0.001S"})
  void beyondThemIsAMistake(String time) {
    assertThatThrownBy(() -> plain.expiringAfter(Duration.parse(time)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itGrowsByCopies() {
    URI back = URI.create("https://shop.example/app/quickbooks/connect");
    NewAuthSession full = plain.expiringAfter(Duration.ofHours(1)).redirectingTo(back);
    assertThat(plain.linkExpiry()).isEmpty();
    assertThat(plain.redirectUrl()).isEmpty();
    assertThat(full.endUserId()).isEqualTo("end_usr_1");
    assertThat(full.linkExpiry()).contains(Duration.ofHours(1));
    assertThat(full.redirectUrl()).contains(back);
  }
}
