package io.github.qbconnector.impl.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an endpoint answers.
 *
 * @param login whether the application's own login is to be tried first
 * @param cookies values of {@code Set-Cookie}
 */
public record WebAnswer(
    int status, boolean login, Map<String, String> headers, List<String> cookies, String body) {

  static WebAnswer redirect(String location) {
    return new WebAnswer(
        303,
        false,
        Map.of("Location", location, "Cache-Control", "no-store", "Referrer-Policy", "no-referrer"),
        List.of(),
        "");
  }

  static WebAnswer of(int status, String contentType, String body) {
    Map<String, String> headers = new LinkedHashMap<>(SecurityHeaders.forType(contentType));
    return new WebAnswer(status, false, headers, List.of(), body);
  }

  WebAnswer withHeader(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new WebAnswer(status, login, all, cookies, body);
  }

  WebAnswer withCookie(String setCookie) {
    List<String> all = new ArrayList<>(cookies);
    all.add(setCookie);
    return new WebAnswer(status, login, headers, List.copyOf(all), body);
  }

  WebAnswer afterLogin() {
    return new WebAnswer(status, true, headers, cookies, body);
  }
}
