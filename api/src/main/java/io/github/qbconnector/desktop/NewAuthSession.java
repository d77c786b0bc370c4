package io.github.qbconnector.desktop;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A session to create. Immutable.
 *
 * @param endUserId for whom
 * @param linkExpiry how long its link works, 15 minutes to 7 days; empty for the configured {@code
 *     quickbooks.desktop.link-expiry}
 * @param redirectUrl where the browser goes afterwards; empty to close its tab
 */
public record NewAuthSession(
    String endUserId, Optional<Duration> linkExpiry, Optional<URI> redirectUrl) {

  /** The shortest life of a link. */
  public static final Duration SHORTEST = Duration.ofMinutes(15);

  /** The longest life of a link. */
  public static final Duration LONGEST = Duration.ofDays(7);

  /**
   * Checks the time.
   *
   * @throws IllegalArgumentException if it is out of Conductor's bounds
   */
  public NewAuthSession {
    linkExpiry.ifPresent(
        time -> {
          if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A link works for 15 minutes to 7 days: " + time);
          }
        });
  }

  /**
   * A session whose link works as long as configured.
   *
   * @param endUserId Conductor's id
   * @return the request
   */
  public static NewAuthSession of(String endUserId) {
    return new NewAuthSession(endUserId, Optional.empty(), Optional.empty());
  }

  /**
   * The same request with another life of the link.
   *
   * @param time 15 minutes to 7 days, in whole minutes
   * @return a copy
   * @throws IllegalArgumentException if it is out of Conductor's bounds
   */
  public NewAuthSession expiringAfter(Duration time) {
    return new NewAuthSession(endUserId, Optional.of(time), redirectUrl);
  }

  /**
   * The same request with a place to go to afterwards. The browser's coming there proves nothing.
   *
   * @param url an absolute URL
   * @return a copy
   */
  public NewAuthSession redirectingTo(URI url) {
    return new NewAuthSession(endUserId, linkExpiry, Optional.of(url));
  }
}
