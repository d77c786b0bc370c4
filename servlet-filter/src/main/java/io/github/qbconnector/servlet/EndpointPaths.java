package io.github.qbconnector.servlet;

import java.util.List;

/**
 * Where the connector's endpoints are below the context root. Exact paths, so that everything else
 * an application has below {@code /quickbooks} stays its own, and can be put behind the gate.
 */
public final class EndpointPaths {
  /** What all of them begin with. */
  public static final String FOLDER = "/quickbooks/";

  /** The one that Intuit sends users back to. */
  static final String CALLBACK = "callback";

  private static final List<String> NAMES =
      List.of("connect", CALLBACK, "status", "disconnect", "style.css", "script.js", "icon.svg");

  private EndpointPaths() {}

  /**
   * All of them, where the connector's own servlet has them.
   *
   * @return exact paths
   */
  public static List<String> all() {
    return in(FOLDER);
  }

  /**
   * All of them, where the application has rooted the JAX-RS sub-resource.
   *
   * @param folder a path that ends with a slash
   * @return exact paths
   */
  static List<String> in(String folder) {
    return NAMES.stream().map(name -> folder + name).toList();
  }
}
