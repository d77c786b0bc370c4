package io.github.qbconnector.impl.config;

import java.net.URI;
import java.net.URISyntaxException;

/** The rule for paths that a browser is sent to after a flow: this application's own only. */
public final class ReturnPath {
  /** Longest accepted path, in characters. */
  public static final int MAX_LENGTH = 1_024;

  private ReturnPath() {}

  /**
   * Whether a path stays in this application: one leading slash, nothing a browser could read as
   * another host ({@code //}, {@code /\}), no white space, control or encoded tricks, no way up.
   */
  public static boolean isValid(String path) {
    if (path.isEmpty()
        || path.length() > MAX_LENGTH
        || path.charAt(0) != '/'
        || path.startsWith("//")) {
      return false;
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == '\\') {
        return false;
      }
    }
    try {
      URI uri = new URI(path);
      String decoded = uri.getPath();
      return !uri.isAbsolute()
          && uri.getRawAuthority() == null
          && decoded != null
          && decoded.startsWith("/")
          && !decoded.startsWith("//")
          && decoded.indexOf('\\') < 0
          && decoded.chars().noneMatch(c -> c < ' ' || c == 0x7f)
          && !(decoded + "/").contains("/../")
          && !(decoded + "/").contains("/./");
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
