package io.github.qbconnector.simulator.http;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** JSON that is packaged beside a class. */
public final class JsonResource {

  private JsonResource() {}

  /** Reads the object of this name beside this class. */
  public static JsonObject read(Class<?> neighbour, String name) {
    try (InputStream in = neighbour.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside " + neighbour.getName());
      }
      return JsonCodec.parseObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
