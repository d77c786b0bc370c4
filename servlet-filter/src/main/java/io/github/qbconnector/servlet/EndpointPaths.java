package io.github.qbconnector.servlet;

import java.util.List;

/**
 * Where the connector's endpoints are below the context root. Exact paths, so that everything else
 * an application has below {@code /quickbooks} stays its own, and can be put behind the gate.
 */
public final class EndpointPaths {
  /** What all of them begin with. */
  public static final String FOLDER = "/quickbooks/";

  private static final List<String> ALL =
      List.of(
          FOLDER + "connect",
          FOLDER + "callback",
          FOLDER + "status",
          FOLDER + "disconnect",
          FOLDER + "style.css",
          FOLDER + "script.js",
          FOLDER + "icon.svg");

  private EndpointPaths() {}

  /**
   * All of them.
   *
   * @return exact paths
   */
  public static List<String> all() {
    return ALL;
  }
}
