package io.github.qbconnector.servlet;

import java.util.List;

/** Matches paths against URL patterns by the rules of the Servlet specification, section 12.2. */
public final class UrlPatterns {
  private final String[] exact;
  private final String[] prefixes;
  private final String[] suffixes;

  /**
   * Reads patterns.
   *
   * @param patterns exact paths, {@code /path/*} and {@code *.suffix}
   */
  public UrlPatterns(List<String> patterns) {
    exact = patterns.stream().filter(p -> !p.contains("*")).toArray(String[]::new);
    prefixes =
        patterns.stream()
            .filter(p -> p.endsWith("/*"))
            .map(p -> p.substring(0, p.length() - 2))
            .toArray(String[]::new);
    suffixes =
        patterns.stream()
            .filter(p -> p.startsWith("*."))
            .map(p -> p.substring(1))
            .toArray(String[]::new);
  }

  /**
   * Whether one of the patterns matches.
   *
   * @param path servlet path and path info
   * @return {@code true} if so
   */
  public boolean match(String path) {
    for (String candidate : exact) {
      if (path.equals(candidate)) {
        return true;
      }
    }
    for (String prefix : prefixes) {
      if (path.startsWith(prefix)
          && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')) {
        return true;
      }
    }
    for (String suffix : suffixes) {
      if (path.endsWith(suffix) && path.indexOf('.', path.lastIndexOf('/') + 1) >= 0) {
        return true;
      }
    }
    return false;
  }
}
