package io.github.qbconnector.impl.desktop;

import io.github.qbconnector.desktop.DesktopQuery;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.impl.connection.ProviderProblem;
import io.github.qbconnector.impl.desktop.ConductorApi.Answer;
import io.github.qbconnector.impl.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list, all its pages one right after the other. The cursor is QuickBooks' own and stays the same
 * over all pages: asking for a page again would bring the next one, so a page that was lost means
 * beginning anew.
 */
final class DesktopPages {
  private static final int PAGE = 150;
  private static final int ATTEMPTS = 2;

  private final ConductorExchange exchange;
  private final String endUserId;
  private final DesktopQuery query;

  DesktopPages(ConductorExchange exchange, String endUserId, DesktopQuery query) {
    this.exchange = exchange;
    this.endUserId = endUserId;
    this.query = query;
  }

  List<JsonObject> read() throws ProviderProblem {
    for (int attempt = 1; ; attempt++) {
      List<JsonObject> rows = new ArrayList<>();
      try {
        String cursor = page(rows, null);
        while (cursor != null && rows.size() < query.atMost()) {
          cursor = page(rows, cursor);
        }
        return rows;
      } catch (ProviderProblem problem) {
        boolean isLater = !rows.isEmpty();
        if (!isLater
            || attempt == ATTEMPTS
            || !(problem.failure() instanceof ProviderUnavailableException)) {
          throw problem;
        }
      }
    }
  }

  /**
   * @return the cursor for the next page, {@code null} if there is none
   */
  private @Nullable String page(List<JsonObject> rows, @Nullable String cursor)
      throws ProviderProblem {
    String what = "Listing " + query.resource();
    Duration limit = exchange.limit(null);
    Request request = Request.get(path(rows.size(), cursor)).to(endUserId, limit);
    Answer answer =
        cursor == null
            ? exchange.api().send(what, request)
            : exchange.api().sendOnce(what, request);
    if (!(answer.document().get("data") instanceof JsonArray data)) {
      throw exchange.incomplete(what, answer);
    }
    for (JsonValue row : data) {
      if (row instanceof JsonObject object && rows.size() < query.atMost()) {
        rows.add(object);
      }
    }
    boolean hasMore = answer.document().get("hasMore") == JsonValue.TRUE && !data.isEmpty();
    return hasMore ? Json.text(answer.document(), "nextCursor") : null;
  }

  private String path(int read, @Nullable String cursor) {
    StringBuilder path = new StringBuilder("/quickbooks-desktop/").append(query.resource());
    List<String> parameters = new ArrayList<>();
    int missing = query.atMost() - read;
    if (missing < PAGE) {
      parameters.add("limit=" + missing); // a full page is what comes unasked
    }
    for (Map.Entry<String, List<String>> filter : query.filters().entrySet()) {
      for (String value : filter.getValue()) {
        parameters.add(ConductorApi.encoded(filter.getKey()) + "=" + ConductorApi.encoded(value));
      }
    }
    if (cursor != null) {
      parameters.add("cursor=" + ConductorApi.encoded(cursor));
    }
    if (!parameters.isEmpty()) {
      path.append('?').append(String.join("&", parameters));
    }
    return path.toString();
  }
}
