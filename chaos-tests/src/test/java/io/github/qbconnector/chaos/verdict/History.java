package io.github.qbconnector.chaos.verdict;

import io.github.qbconnector.chaos.verdict.Event.Call;
import io.github.qbconnector.chaos.verdict.Event.Cause;
import io.github.qbconnector.chaos.verdict.Event.Commit;
import io.github.qbconnector.chaos.verdict.Event.Fate;
import io.github.qbconnector.chaos.verdict.Event.Struck;
import java.util.List;

/**
 * One connection from its adoption to the end of the run.
 *
 * @param events in the order they happened in
 * @param alive whether it works at the end
 */
public record History(String owner, String realm, List<Event> events, boolean alive) {

  public History {
    events = List.copyOf(events);
  }

  /** Refreshes that reached the provider. */
  long calls() {
    return events.stream().filter(Call.class::isInstance).count();
  }

  /** New tokens that were written down. */
  long commits() {
    return events.stream().filter(Commit.class::isInstance).count();
  }

  /**
   * Refreshes that brought nothing: every expiry is worth one call, which ends in a commit, or in
   * the end of the connection. Not bound to an order, since what a stopped node still has to say
   * comes when it goes on.
   */
  private long wasted() {
    return calls() - commits() - (alive ? 0 : 1);
  }

  /** What was done to it, each of which may cost one more call. */
  private long excuses() {
    return events.stream().filter(History::isExcuse).count();
  }

  private static boolean isExcuse(Event event) {
    return event instanceof Struck
        || (event instanceof Call call && (call.fate() == Fate.CUT || call.fate() == Fate.SPOILT));
  }

  /** Refreshes that nothing excuses. */
  long doubled() {
    return Math.max(0, wasted() - excuses());
  }

  /** Refreshes that were repeated, or lost, because of what was done. */
  long excused() {
    return Math.min(Math.max(0, wasted()), excuses());
  }

  /** How often a token was rotated whose value nobody wrote down, since that very moment struck. */
  long fatalStrikes() {
    long fatal = 0;
    boolean open = false;
    boolean struck = false;
    for (Event event : events) {
      if (event instanceof Commit) {
        open = false;
      } else if (event instanceof Call call && call.rotated()) {
        open = true;
        struck = call.fate() == Fate.CUT;
        fatal += struck ? 1 : 0;
      } else if (open && !struck && event.equals(new Struck(Cause.NODE_KILLED))) {
        struck = true;
        fatal++;
      }
    }
    return fatal;
  }

  /**
   * Whether nobody could have saved it: the value that its last rotation gave it was cut off, or
   * died with its node, before the commit.
   */
  boolean wasBeyondSaving() {
    boolean beyond = false;
    boolean open = false;
    for (Event event : events) {
      if (event instanceof Commit) {
        open = false;
        beyond = false;
      } else if (event instanceof Call call && call.rotated()) {
        open = true;
        beyond = call.fate() == Fate.CUT;
      } else if (open && event.equals(new Struck(Cause.NODE_KILLED))) {
        beyond = true;
      }
    }
    return beyond;
  }
}
