package io.github.qbconnector.impl.desktop;

import io.github.qbconnector.impl.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request to Conductor.
 *
 * @param path below the base URL, query included
 * @param body a JSON text, if there is one
 * @param endUserId goes into the header; {@code null} where the path says whom it is about, or
 *     nobody is
 * @param isWrite whether it must never be repeated
 * @param timeout how long Conductor is to wait for QuickBooks; {@code null} if none is asked
 */
record Request(
    String method,
    String path,
    @Nullable String body,
    @Nullable String endUserId,
    boolean isWrite,
    @Nullable Duration timeout) {

  static Request get(String path) {
    return new Request("GET", path, null, null, false, null);
  }

  static Request delete(String path) {
    return new Request("DELETE", path, null, null, true, null);
  }

  static Request post(String path, JsonObject body) {
    return new Request("POST", path, Json.write(body), null, true, null);
  }

  /** The same request to the QuickBooks of an end-user. */
  Request to(String id, Duration limit) {
    return new Request(method, path, body, id, isWrite, limit);
  }

  /** The same request to QuickBooks, where the path says whose. */
  Request within(Duration limit) {
    return new Request(method, path, body, endUserId, isWrite, limit);
  }

  /** The same request, which only reads and may be repeated. */
  Request asRead() {
    return new Request(method, path, body, endUserId, false, timeout);
  }

  /** Whether it goes all the way to the user's QuickBooks. */
  boolean isForQuickBooks() {
    return timeout != null;
  }
}
