package io.github.qbconnector.sample.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values look on pages; the functions of {@code display.tld}. */
public final class Display {

  private static final Locale LOCALE = Locale.US;
  private static final String ABSENT = "–";
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d, yyyy", LOCALE);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm a z", LOCALE);

  private Display() {}

  /** An amount of the application's own books, which are kept in US dollars. */
  public static String money(BigDecimal amount) {
    return NumberFormat.getCurrencyInstance(LOCALE).format(amount);
  }

  /** An amount in a currency named by its code; pages turn an absent code into an empty one. */
  public static String moneyIn(BigDecimal amount, @Nullable String code) {
    NumberFormat format = NumberFormat.getCurrencyInstance(LOCALE);
    if (code != null && !code.isEmpty()) {
      try {
        format.setCurrency(Currency.getInstance(code));
      } catch (IllegalArgumentException unknown) {
        return code + " " + NumberFormat.getNumberInstance(LOCALE).format(amount);
      }
    }
    return format.format(amount);
  }

  public static String date(@Nullable LocalDate day) {
    return day == null ? ABSENT : DATE.format(day);
  }

  public static String day(Instant moment) {
    return DATE.format(moment.atZone(zone()));
  }

  public static String moment(Instant moment) {
    return MOMENT.format(moment.atZone(zone()));
  }

  public static String text(@Nullable String text) {
    return text == null || text.isBlank() ? ABSENT : text;
  }

  /** Today, where the server is. */
  static LocalDate today() {
    return LocalDate.now(zone());
  }

  private static ZoneId zone() {
    return ZoneId.systemDefault();
  }
}
