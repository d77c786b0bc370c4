package io.github.qbconnector.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.Secret;
import io.github.qbconnector.impl.vault.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenewalTimeTest {
  private final Instant issued = Instant.parse("2026-11-22T08:00:00Z");

  private Grant livingFor(Duration life) {
    return new Grant(
        Secret.of("access"),
        issued,
        issued.plus(life),
        Secret.of("refresh"),
        issued.plus(Duration.ofDays(101)),
        null);
  }

  private RenewalTime at(String owner, Duration life, Duration age) {
    return RenewalTime.of(owner, livingFor(life), issued.plus(age).toEpochMilli());
  }

  /** The age at which a token of an owner begins to be renewed. */
  private Duration begins(String owner, Duration life) {
    Duration tooYoung = Duration.ZERO;
    Duration oldEnough = life;
    while (oldEnough.minus(tooYoung).toMillis() > 1) {
      Duration age = tooYoung.plus(oldEnough).dividedBy(2);
      if (at(owner, life, age) == RenewalTime.NOT_YET) {
        tooYoung = age;
      } else {
        oldEnough = age;
      }
    }
    return oldEnough;
  }

  @Test
  void anHoursTokenIsRenewedBehindInItsLastFiveToSixMinutes() {
    Duration hour = Duration.ofHours(1);
    for (int i = 0; i < 200; i++) {
      assertThat(begins("owner-" + i, hour))
          .isBetween(Duration.ofMinutes(54), Duration.ofMillis(55 * 60_000 + 10));
    }
  }

  @Test
  void connectionsMadeTogetherAreNotRenewedTogether() {
    Duration hour = Duration.ofHours(1);
    assertThat(
            IntStream.range(0, 500)
                .mapToObj(i -> begins("owner-" + i, hour).toSeconds())
                .distinct())
        .hasSizeGreaterThan(50);
  }

  @Test
  void atTheLastMomentTheCallerWaits() {
    Duration hour = Duration.ofHours(1);
    assertThat(at("hanna", hour, Duration.ofMinutes(59))).isEqualTo(RenewalTime.BEHIND);
    assertThat(at("hanna", hour, Duration.ofSeconds(3_571))).isEqualTo(RenewalTime.FIRST);
    assertThat(at("hanna", hour, Duration.ofHours(2))).isEqualTo(RenewalTime.FIRST);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 60, 600})
  void aShortLivedTokenIsUsedForMostOfItsLife(long seconds) {
    Duration life = Duration.ofSeconds(seconds);
    assertThat(at("hanna", life, life.dividedBy(2))).isEqualTo(RenewalTime.NOT_YET);
    assertThat(begins("hanna", life)).isBetween(life.multipliedBy(3).dividedBy(4), life);
    assertThat(at("hanna", life, life.multipliedBy(9).dividedBy(10))).isEqualTo(RenewalTime.BEHIND);
    assertThat(at("hanna", life, life.multipliedBy(96).dividedBy(100)))
        .isEqualTo(RenewalTime.FIRST);
  }

  @Test
  void aTokenWithoutALifeIsRenewedFirst() {
    assertThat(at("hanna", Duration.ZERO, Duration.ZERO)).isEqualTo(RenewalTime.FIRST);
    assertThat(at("hanna", Duration.ofSeconds(-5), Duration.ZERO)).isEqualTo(RenewalTime.FIRST);
  }
}
