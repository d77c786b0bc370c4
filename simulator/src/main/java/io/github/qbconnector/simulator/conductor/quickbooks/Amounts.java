package io.github.qbconnector.simulator.conductor.quickbooks;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Money as text. */
final class Amounts {

  private Amounts() {}

  static BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw Refusals.invalidAmount(text);
    }
  }

  static String money(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
