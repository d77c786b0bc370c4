package io.github.qbconnector.sample.it;

import java.net.HttpCookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A browser's cookies: by host and path, whatever the port, as browsers do. */
final class CookieJar {

  private record Cookie(String host, String path, String name, String value) {
    boolean goesTo(URI url) {
      String asked = url.getPath().isEmpty() ? "/" : url.getPath();
      return host.equals(url.getHost())
          && (asked.equals(path) || asked.startsWith(path.endsWith("/") ? path : path + "/"));
    }
  }

  private final List<Cookie> cookies = new ArrayList<>();

  /** Takes a {@code Set-Cookie} header. */
  void take(URI from, String header) {
    String[] parts = header.split(";");
    int equals = parts[0].indexOf('=');
    String name = parts[0].substring(0, equals).trim();
    String value = parts[0].substring(equals + 1).trim();
    Map<String, String> attributes = new TreeMap<>();
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].trim().split("=", 2);
      attributes.put(pair[0].toLowerCase(Locale.ROOT), pair.length == 2 ? pair[1] : "");
    }
    String path = attributes.getOrDefault("path", "/");
    cookies.removeIf(
        c -> c.host.equals(from.getHost()) && c.path.equals(path) && c.name.equals(name));
    boolean gone =
        "0".equals(attributes.get("max-age"))
            || attributes.getOrDefault("expires", "").contains("1970")
            || HttpCookie.parse(header).stream().anyMatch(HttpCookie::hasExpired);
    if (!gone) {
      cookies.add(new Cookie(from.getHost(), path, name, value));
      Secrets.ISSUED.addCookie(name, value);
    }
  }

  /** The {@code Cookie} header for a request; empty if there is none to send. */
  String header(URI to) {
    return cookies.stream()
        .filter(c -> c.goesTo(to))
        .map(c -> c.name + "=" + c.value)
        .collect(Collectors.joining("; "));
  }

  void drop(Predicate<String> name) {
    cookies.removeIf(c -> name.test(c.name));
  }

  /** Changes the values of cookies; answers how many there were. */
  int change(Predicate<String> name, UnaryOperator<String> change) {
    int changed = 0;
    for (int i = 0; i < cookies.size(); i++) {
      Cookie c = cookies.get(i);
      if (name.test(c.name)) {
        cookies.set(i, new Cookie(c.host, c.path, c.name, change.apply(c.value)));
        changed++;
      }
    }
    return changed;
  }

  List<String> names() {
    return cookies.stream().map(Cookie::name).sorted().toList();
  }
}
