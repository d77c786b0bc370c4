package io.github.qbconnector.simulator.conductor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times of Conductor's own records: UTC with milliseconds, even where those are zero. */
final class Timestamps {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Timestamps() {}

  static String of(Instant instant) {
    return FORMAT.format(instant);
  }
}
