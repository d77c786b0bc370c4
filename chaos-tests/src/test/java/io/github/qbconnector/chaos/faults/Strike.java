package io.github.qbconnector.chaos.faults;

import java.util.ArrayList;
import java.util.List;

/** A blow at a point of a refresh. */
public record Strike(Point point, Blow blow) {

  /** Each point with a kill, and with a stop. */
  public static List<Strike> all() {
    List<Strike> all = new ArrayList<>();
    for (Point point : Point.values()) {
      all.add(new Strike(point, Blow.KILL));
      all.add(new Strike(point, Blow.STOP));
    }
    return all;
  }

  @Override
  public String toString() {
    return blow + " at " + point;
  }
}
