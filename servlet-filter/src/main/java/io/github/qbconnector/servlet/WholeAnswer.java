package io.github.qbconnector.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes an answer so that it arrives whole, whatever the application's own filters have wrapped
 * around the response: as a JSP would, and without a length that compression makes wrong.
 *
 * @param status the HTTP status
 * @param headers the headers, the content type among them
 * @param body the text, empty for redirects
 */
public record WholeAnswer(int status, Map<String, String> headers, String body) {
  /** For whoever asks for QuickBooks where the connector is not started. */
  public static final WholeAnswer NOT_STARTED =
      new WholeAnswer(
          503,
          Map.of("Content-Type", "text/plain;charset=UTF-8", "Cache-Control", "no-store"),
          "QuickBooks is not available in this application. Its operators find QBC0603 in the"
              + " server's log.\n");

  private static final Set<String> OF_THE_PAGE =
      Set.of(
          "cache-control",
          "content-disposition",
          "content-language",
          "content-length",
          "content-range",
          "content-type",
          "etag",
          "expires",
          "last-modified",
          "location",
          "pragma",
          "retry-after",
          "transfer-encoding");

  /**
   * Writes it.
   *
   * @param response a response that is not committed
   * @throws IOException if the client is gone
   */
  public void writeTo(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    headers.forEach(
        (name, value) -> {
          if (name.equalsIgnoreCase("Content-Type")) {
            response.setContentType(value); // what wrappers look at
          } else {
            response.setHeader(name, value);
          }
        });
    if (body.isEmpty()) {
      return;
    }
    try {
      response.getWriter().write(body);
    } catch (IllegalStateException e) {
      // A filter has taken the stream already.
      response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Writes it instead of what a page has written so far. What the application's filters have said
   * stays: a body that is compressed on its way has to be called so.
   *
   * @param response a response that is not committed
   * @throws IOException if the client is gone
   */
  public void replace(HttpServletResponse response) throws IOException {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    for (String name : response.getHeaderNames()) {
      if (!OF_THE_PAGE.contains(name.toLowerCase(Locale.ROOT))) {
        kept.putIfAbsent(name, new ArrayList<>(response.getHeaders(name)));
      }
    }
    response.reset();
    kept.forEach(
        (name, values) -> {
          if (!response.containsHeader(name)) {
            values.forEach(value -> response.addHeader(name, value));
          }
        });
    writeTo(response);
  }
}
