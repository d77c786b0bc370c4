package io.github.qbconnector.compatibility.grid;

/**
 * What was found of a row on a server.
 *
 * @param passed how many tests passed
 * @param failed how many did not
 * @param message what operations are told where the row cannot be, else empty
 */
record Cell(State state, long passed, long failed, String message) {
  static final Cell NOT_RUN = new Cell(State.NOT_RUN, 0, 0, "");

  /** In the order in which the legend tells of them. */
  enum State {
    PASSED("passed"),
    EXPLAINED("explained"),
    NOT_RUN("not run"),
    FAILED("failed");

    private final String words;

    State(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  long tests() {
    return passed + failed;
  }
}
