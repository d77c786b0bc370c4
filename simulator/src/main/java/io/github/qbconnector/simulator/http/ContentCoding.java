package io.github.qbconnector.simulator.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;

/** Compression of bodies in both directions. */
final class ContentCoding {

  private ContentCoding() {}

  /** Intuit's Java SDK announces gzip even where it sends no body, so an empty body stays empty. */
  static byte[] decode(String coding, byte[] body) {
    if (body.length == 0) {
      return body;
    }
    try {
      return switch (coding.toLowerCase(Locale.ROOT)) {
        case "gzip" -> readAll(new GZIPInputStream(new ByteArrayInputStream(body)));
        case "deflate" -> readAll(new InflaterInputStream(new ByteArrayInputStream(body)));
        default -> body;
      };
    } catch (IOException e) {
      throw new IllegalArgumentException("The body is not " + coding, e);
    }
  }

  private static byte[] readAll(InputStream in) throws IOException {
    try (in) {
      return in.readAllBytes();
    }
  }

  static byte[] gzip(byte[] body) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
