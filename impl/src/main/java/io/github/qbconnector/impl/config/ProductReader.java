package io.github.qbconnector.impl.config;

import io.github.qbconnector.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a connector needs for its product. */
final class ProductReader {
  private ProductReader() {}

  static @Nullable OnlineSettings online(ValueReader in, String prefix) {
    String clientId = in.requiredText(prefix + "client-id", "the client id of the Intuit app");
    Secret clientSecret =
        in.requiredSecret(prefix + "client-secret", "the client secret of the Intuit app");
    IntuitEnvironment environment =
        in.choice(prefix + "environment", IntuitEnvironment.class, null);
    URI baseUrl = null;
    String baseUrlKey = prefix + "base-url";
    if (environment == IntuitEnvironment.CUSTOM) {
      baseUrl = customUrl(in, baseUrlKey);
    } else if (in.text(baseUrlKey).isPresent()) {
      in.problem(baseUrlKey, "a value", "no value unless " + prefix + "environment=custom");
    }
    if (clientId.startsWith("sim-")
        && environment != null
        && environment != IntuitEnvironment.CUSTOM) {
      in.problem(
          prefix + "client-id",
          "the simulator's credentials",
          "the Intuit app's own, or " + prefix + "environment=custom");
    }
    String redirectKey = prefix + "redirect-uri";
    String redirectExpected =
        "the redirect URI exactly as registered with Intuit: https (http on loopback only), no"
            + " query, ending in "
            + SettingsReader.CALLBACK_PATH;
    String redirectText = in.requiredText(redirectKey, redirectExpected);
    URI redirectUri =
        redirectText.isEmpty() ? null : in.url(redirectKey, redirectText, redirectExpected);
    if (redirectUri != null
        && (!redirectUri.getRawPath().endsWith(SettingsReader.CALLBACK_PATH)
            || !httpsOrLoopback(redirectUri))) {
      in.problem(redirectKey, ValueReader.quoted(redirectText), redirectExpected);
    }
    List<String> scopes = Scopes.expand(in.list(prefix + "scopes"));
    if (!Scopes.nameACompany(scopes)) {
      in.problem(
          prefix + "scopes",
          "only " + String.join(", ", scopes) + ", by which no company is chosen",
          "accounting or payment as well");
    }
    boolean pkce = in.flag(prefix + "pkce", true);
    int minorVersion = in.number(prefix + "minor-version", 75, 1, 999);
    if (clientSecret == null || environment == null || redirectUri == null) {
      return null;
    }
    return new OnlineSettings(
        clientId, clientSecret, environment, baseUrl, redirectUri, scopes, pkce, minorVersion);
  }

  static @Nullable DesktopSettings desktop(ValueReader in, String prefix) {
    Secret secretKey =
        in.requiredSecret(prefix + "secret-key", "the secret key of the Conductor project");
    Secret publishableKey =
        in.requiredSecret(
            prefix + "publishable-key", "the publishable key of the Conductor project");
    URI baseUrl =
        in.text(prefix + "base-url").isPresent()
            ? customUrl(in, prefix + "base-url")
            : DesktopSettings.CONDUCTOR_URL;
    if (secretKey != null
        && secretKey.reveal().equals("sk_conductor_sim")
        && DesktopSettings.CONDUCTOR_URL.equals(baseUrl)) {
      in.problem(
          prefix + "secret-key",
          "the simulator's key",
          "the Conductor project's own, or " + prefix + "base-url");
    }
    Duration linkExpiry =
        in.duration(
            prefix + "link-expiry",
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofDays(7));
    return secretKey == null || publishableKey == null || baseUrl == null
        ? null
        : new DesktopSettings(secretKey, publishableKey, baseUrl, linkExpiry);
  }

  private static @Nullable URI customUrl(ValueReader in, String key) {
    String expected = "an https URL, or an http URL on loopback, without query";
    String text = in.requiredText(key, expected);
    URI url = text.isEmpty() ? null : in.url(key, text, expected);
    if (url != null && !httpsOrLoopback(url)) {
      in.problem(key, ValueReader.quoted(text), expected);
    }
    return url == null ? null : URI.create(url.toString().replaceAll("/+$", ""));
  }

  private static boolean httpsOrLoopback(URI url) {
    return "https".equalsIgnoreCase(url.getScheme()) || ValueReader.isLoopback(url);
  }
}
