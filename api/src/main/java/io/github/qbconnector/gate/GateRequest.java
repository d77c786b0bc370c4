package io.github.qbconnector.gate;

import org.jspecify.annotations.Nullable;

/**
 * What a door shows of an HTTP request: just what is needed to find the right form of an answer.
 * Implemented by the doors, valid only during the request.
 */
public interface GateRequest {

  /**
   * The HTTP method.
   *
   * @return for instance {@code GET}
   */
  String method();

  /**
   * The path below the context root with its query, as the user asked for it.
   *
   * @return a path that begins with {@code /}
   */
  String pathAndQuery();

  /**
   * A request header.
   *
   * @param name its name, in any case
   * @return its first value, or {@code null}
   */
  @Nullable String header(String name);

  /**
   * Remembers something for the rest of this request.
   *
   * @param name the name
   * @param value the value
   */
  void remember(String name, Object value);

  /**
   * What was remembered before in this request.
   *
   * @param name the name
   * @return the value, or {@code null}
   */
  @Nullable Object recall(String name);
}
