package io.github.qbconnector.impl.web;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** Our words in one language. */
record Words(Locale locale) {
  private static final String BUNDLE = "io.github.qbconnector.impl.web.pages";

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE,
        locale,
        Words.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The language the texts are really in: English, unless a translation is there. */
  static Locale shown(Locale asked) {
    Locale found = bundle(asked).getLocale();
    return found.getLanguage().isEmpty() ? Locale.ENGLISH : found;
  }

  String of(String key, Object... details) {
    String text = bundle(locale).getString(key);
    return details.length == 0 ? text : new MessageFormat(text, locale).format(details);
  }

  String day(Instant instant) {
    return format(instant, DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG));
  }

  String dayAndTime(Instant instant) {
    // With the zone: whoever reads it may sit in another one than this server.
    return format(
        instant,
        new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT))
            .appendLiteral(' ')
            .appendZoneText(TextStyle.SHORT)
            .toFormatter(locale));
  }

  private String format(Instant instant, DateTimeFormatter formatter) {
    return formatter
        .withLocale(
            shown(locale).getLanguage().equals(locale.getLanguage()) ? locale : shown(locale))
        .format(instant.atZone(ZoneId.systemDefault()));
  }
}
