package io.github.qbconnector.simulator.intuit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Authorization header of OAuth 1.0a, taken apart (RFC 5849 section 3.5.1). The order of its
 * parameters means nothing.
 */
record OAuth1Header(Map<String, String> parameters) {

  private static final String SCHEME = "oauth ";
  private static final Pattern PARAMETER =
      Pattern.compile("\\s*([A-Za-z0-9._~%-]+)=\"([^\"]*)\"\\s*(,|$)");

  static OAuth1Header parse(String header) {
    if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw OAuth1Problem.malformed("parameter_absent");
    }
    Map<String, String> parameters = new TreeMap<>();
    Matcher matcher = PARAMETER.matcher(header);
    int position = SCHEME.length();
    while (position < header.length()) {
      if (!matcher.region(position, header.length()).lookingAt()
          || parameters.put(decode(matcher.group(1)), decode(matcher.group(2))) != null) {
        throw OAuth1Problem.malformed("parameter_rejected");
      }
      position = matcher.end();
    }
    return new OAuth1Header(parameters);
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw OAuth1Problem.malformed("parameter_rejected");
    }
  }

  String require(String name) {
    String value = parameters.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw OAuth1Problem.malformed("parameter_absent");
    }
    return value;
  }
}
