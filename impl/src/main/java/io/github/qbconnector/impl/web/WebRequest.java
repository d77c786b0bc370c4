package io.github.qbconnector.impl.web;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request to one of the connector's endpoints, whichever skin it came through. */
public interface WebRequest {

  String method();

  /** The path below {@code /quickbooks/}, for instance {@code connect}. */
  String endpoint();

  /** A parameter of the query or the form; {@code null} if absent. */
  @Nullable String parameter(String name);

  @Nullable String header(String name);

  /** The browser's cookies by name. */
  Map<String, String> cookies();

  /** The logged-in caller; {@code null} if nobody is. */
  @Nullable String callerName();

  boolean isCallerInRole(String role);

  Locale locale();
}
