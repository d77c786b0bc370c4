package io.github.qbconnector.impl.online;

import io.github.qbconnector.impl.config.IntuitEnvironment;
import io.github.qbconnector.impl.config.OnlineSettings;
import java.net.URI;

/**
 * Where Intuit's services are. The constants are those of Intuit's discovery documents and serve
 * when these cannot be read.
 *
 * @param migration of OAuth 1.0a tokens; no discovery document names it
 * @param api the base of the Accounting API, without a trailing slash
 */
record IntuitEndpoints(
    String issuer,
    URI authorization,
    URI token,
    URI revocation,
    URI userInfo,
    URI jwks,
    URI migration,
    URI discovery,
    URI api) {
  static final String ISSUER = "https://oauth.platform.intuit.com/op/v1";

  static IntuitEndpoints builtIn(OnlineSettings settings) {
    URI base = settings.baseUrl();
    if (settings.environment() == IntuitEnvironment.CUSTOM && base != null) {
      return new IntuitEndpoints(
          ISSUER,
          URI.create(base + "/connect/oauth2"),
          URI.create(base + "/oauth2/v1/tokens/bearer"),
          URI.create(base + "/v2/oauth2/tokens/revoke"),
          URI.create(base + "/v1/openid_connect/userinfo"),
          URI.create(base + "/op/v1/jwks"),
          URI.create(base + "/v2/oauth2/tokens/migrate"),
          URI.create(base + "/.well-known/openid_sandbox_configuration"),
          base);
    }
    boolean sandbox = settings.environment() == IntuitEnvironment.SANDBOX;
    return new IntuitEndpoints(
        ISSUER,
        URI.create("https://appcenter.intuit.com/connect/oauth2"),
        URI.create("https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer"),
        URI.create("https://developer.api.intuit.com/v2/oauth2/tokens/revoke"),
        URI.create(
            sandbox
                ? "https://sandbox-accounts.platform.intuit.com/v1/openid_connect/userinfo"
                : "https://accounts.platform.intuit.com/v1/openid_connect/userinfo"),
        URI.create("https://oauth.platform.intuit.com/op/v1/jwks"),
        URI.create(
            sandbox
                ? "https://developer-sandbox.api.intuit.com/v2/oauth2/tokens/migrate"
                : "https://developer.api.intuit.com/v2/oauth2/tokens/migrate"),
        URI.create(
            sandbox
                ? "https://developer.intuit.com/.well-known/openid_sandbox_configuration/"
                : "https://developer.intuit.com/.well-known/openid_configuration/"),
        URI.create(
            sandbox
                ? "https://sandbox-quickbooks.api.intuit.com"
                : "https://quickbooks.api.intuit.com"));
  }
}
