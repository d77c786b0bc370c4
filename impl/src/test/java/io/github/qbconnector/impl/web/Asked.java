package io.github.qbconnector.impl.web;

import io.github.qbconnector.gate.GateRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request before the gate. */
record Asked(
    String method, String pathAndQuery, Map<String, String> headers, Map<String, Object> memory)
    implements GateRequest {
  /** What a browser says that shows a page to a person. */
  static final Map<String, String> BROWSER =
      Map.of("Sec-Fetch-Mode", "navigate", "Accept", "text/html");

  static Asked of(String method, Map<String, String> headers) {
    return new Asked(method, "/invoices?page=2", headers, new HashMap<>());
  }

  @Override
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  @Override
  public void remember(String name, Object value) {
    memory.put(name, value);
  }

  @Override
  public @Nullable Object recall(String name) {
    return memory.get(name);
  }
}
