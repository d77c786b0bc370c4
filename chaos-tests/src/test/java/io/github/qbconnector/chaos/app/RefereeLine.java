package io.github.qbconnector.chaos.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** The line from a node to the referee of the run. */
final class RefereeLine {
  private final String referee;
  private final String node;

  /**
   * @param referee its URL
   * @param node this node's number
   */
  RefereeLine(String referee, String node) {
    this.referee = referee;
    this.node = node;
  }

  /** Says where this node is, and waits until it may go on. */
  void tell(String moment, String company, long generation) {
    try {
      HttpURLConnection line =
          (HttpURLConnection)
              URI.create(
                      referee
                          + "?node="
                          + node
                          + "&moment="
                          + moment
                          + "&realm="
                          + company
                          + "&generation="
                          + generation)
                  .toURL()
                  .openConnection();
      try (InputStream answer = line.getInputStream()) {
        int unused = answer.readAllBytes().length;
      }
    } catch (IOException e) {
      // Without a referee nobody strikes; the run is over then.
      System.getLogger(RefereeLine.class.getName())
          .log(System.Logger.Level.DEBUG, "The referee does not answer", e);
    }
  }
}
