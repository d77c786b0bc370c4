package io.github.qbconnector.impl.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a connection wants looking after though nobody uses it. */
public final class Upkeep {
  /** A grant that was not renewed for so long is renewed: Intuit's lapse after 100 idle days. */
  private static final Duration LONGEST_IDLE = Duration.ofDays(30);

  /** Days before the end of a grant at which its users are warned. */
  private static final List<Integer> WARNINGS = List.of(90, 30, 7, 1);

  private Upkeep() {}

  /** When to look next; {@code null} for never. */
  static @Nullable Instant dueAt(StoredConnection connection) {
    Grant grant = connection.grant();
    if (grant == null || connection.ending() != null) {
      return null;
    }
    Instant renewal = renewalDue(connection, grant);
    Instant warning = nextWarningAt(connection, grant);
    return warning == null || renewal.isBefore(warning) ? renewal : warning;
  }

  /** Whether a grant was idle for so long that it should be renewed before it lapses. */
  public static boolean isRenewalDue(StoredConnection connection, Instant now) {
    Grant grant = connection.grant();
    return grant != null
        && connection.ending() == null
        && !now.isBefore(renewalDue(connection, grant));
  }

  /** A third of what it may be idle, and no more than thirty days; spread by up to a tenth. */
  private static Instant renewalDue(StoredConnection connection, Grant grant) {
    Duration life = Duration.between(grant.obtainedAt(), grant.renewableUntil());
    Duration third = life.isNegative() ? Duration.ZERO : life.dividedBy(3);
    Duration idle = third.compareTo(LONGEST_IDLE) < 0 ? third : LONGEST_IDLE;
    int spread = Math.floorMod(connection.key().owner().hashCode(), 100);
    return grant.obtainedAt().plus(idle).minus(idle.dividedBy(1000).multipliedBy(spread));
  }

  /**
   * The warning to give now.
   *
   * @return how many days ahead of the end it is meant for; {@code null} if there is none to give
   */
  public static @Nullable Integer warningDue(StoredConnection connection, Instant now) {
    Grant grant = connection.grant();
    Instant end = grant == null ? null : grant.endsAt();
    if (end == null || connection.ending() != null) {
      return null;
    }
    Integer due = null;
    for (int days : WARNINGS) {
      boolean isGiven = connection.warnedDays() != null && connection.warnedDays() <= days;
      if (!isGiven && !now.isBefore(end.minus(Duration.ofDays(days)))) {
        due = days;
      }
    }
    return due;
  }

  private static @Nullable Instant nextWarningAt(StoredConnection connection, Grant grant) {
    Instant end = grant.endsAt();
    if (end == null) {
      return null;
    }
    for (int days : WARNINGS) {
      if (connection.warnedDays() == null || connection.warnedDays() > days) {
        return end.minus(Duration.ofDays(days));
      }
    }
    return null;
  }
}
