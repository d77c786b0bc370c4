package io.github.qbconnector.simulator.http;

import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An answer, or the order to cut the connection instead of answering. */
public final class SimulatorResponse {

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final boolean cut;

  private SimulatorResponse(int status, Map<String, String> headers, byte[] body, boolean cut) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.cut = cut;
  }

  /** An answer without a body. */
  public static SimulatorResponse empty(int status) {
    return new SimulatorResponse(status, Map.of(), new byte[0], false);
  }

  /** An answer with a JSON body. */
  public static SimulatorResponse json(int status, JsonStructure json) {
    return of(status, "application/json;charset=UTF-8", JsonCodec.print(json));
  }

  /** An answer with a text body of the given media type. */
  public static SimulatorResponse of(int status, String contentType, String body) {
    return new SimulatorResponse(
        status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8), false);
  }

  /** An answer with an HTML page. */
  public static SimulatorResponse html(int status, String page) {
    return of(status, "text/html;charset=UTF-8", page);
  }

  /** Sends a browser on with a GET. */
  public static SimulatorResponse seeOther(String location) {
    return empty(303).with("Location", location);
  }

  /** The same answer with one more header. */
  public SimulatorResponse with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new SimulatorResponse(status, more, body, cut);
  }

  /** The connection is cut in place of this answer. */
  public SimulatorResponse cutConnection() {
    return new SimulatorResponse(status, headers, body, true);
  }

  /** Half of this answer's body, sent as if it were whole and good. */
  public SimulatorResponse truncated() {
    return new SimulatorResponse(200, headers, Arrays.copyOf(body, body.length / 2), false);
  }

  /** The same answer compressed, where the caller accepts that. */
  public SimulatorResponse compressedFor(SimulatorRequest request) {
    if (body.length == 0 || !request.headerMentions("Accept-Encoding", "gzip")) {
      return this;
    }
    return new SimulatorResponse(status, headers, ContentCoding.gzip(body), cut)
        .with("Content-Encoding", "gzip")
        .with("Vary", "Accept-Encoding");
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The headers. */
  public Map<String, String> headers() {
    return headers;
  }

  /** One header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The body's length in bytes. */
  public int length() {
    return body.length;
  }

  /** The body. */
  public byte[] body() {
    return body.clone();
  }

  /** Writes the body without copying it. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(body);
  }

  /** Whether the connection is to be cut instead of answering. */
  public boolean isCut() {
    return cut;
  }
}
