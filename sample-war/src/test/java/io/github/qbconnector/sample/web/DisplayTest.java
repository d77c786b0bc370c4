package io.github.qbconnector.sample.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DisplayTest {

  @Test
  void showsAmountsInTheirCurrency() {
    BigDecimal amount = new BigDecimal("1234.5");

    assertThat(Display.money(amount)).isEqualTo("$1,234.50");
    assertThat(Display.moneyIn(amount, "")).isEqualTo("$1,234.50");
    assertThat(Display.moneyIn(amount, "EUR")).isEqualTo("€1,234.50");
    assertThat(Display.moneyIn(amount, "QQQ")).isEqualTo("QQQ 1,234.5");
  }

  @Test
  void leavesNoHoles() {
    assertThat(Display.date(LocalDate.of(2026, 11, 21))).isEqualTo("Nov 21, 2026");
    assertThat(Display.date(null)).isEqualTo("–");
    assertThat(Display.text(" ")).isEqualTo("–");
  }
}
