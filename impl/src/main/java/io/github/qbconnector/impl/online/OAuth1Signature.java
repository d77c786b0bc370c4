package io.github.qbconnector.impl.online;

import io.github.qbconnector.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of OAuth 1.0 by HMAC-SHA1 (RFC 5849 section 3.4), step by step. */
final class OAuth1Signature {
  private record Parameter(String name, String value) {}

  private OAuth1Signature() {}

  /** The signature of a base string (section 3.4.2). */
  static String of(String baseString, Secret consumerSecret, Secret tokenSecret) {
    String key = encode(consumerSecret.reveal()) + "&" + encode(tokenSecret.reveal());
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(baseString.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA1.", e);
    }
  }

  /**
   * What is signed (section 3.4.1): the method, the URL and all parameters, of which a JSON body
   * has none.
   *
   * @param protocolParameters those of the Authorization header without realm and signature
   */
  static String baseString(String method, URI uri, Map<String, String> protocolParameters) {
    List<Parameter> parameters = new ArrayList<>();
    protocolParameters.forEach(
        (name, value) -> parameters.add(new Parameter(encode(name), encode(value))));
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&")) {
        String[] parts = pair.split("=", 2);
        parameters.add(
            new Parameter(
                encode(decode(parts[0])), parts.length < 2 ? "" : encode(decode(parts[1]))));
      }
    }
    String normalized =
        parameters.stream()
            .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
            .map(parameter -> parameter.name() + "=" + parameter.value())
            .collect(Collectors.joining("&"));
    return method.toUpperCase(Locale.ROOT)
        + "&"
        + encode(baseStringUri(uri))
        + "&"
        + encode(normalized);
  }

  /** Scheme and host in lower case, the port only where it is not the scheme's own. */
  private static String baseStringUri(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int port = uri.getPort();
    boolean usual = port == -1 || port == (scheme.equals("https") ? 443 : 80);
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return scheme
        + "://"
        + uri.getHost().toLowerCase(Locale.ROOT)
        + (usual ? "" : ":" + port)
        + path;
  }

  /** Percent encoding as section 3.6 wants it, which is stricter than that of forms. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
