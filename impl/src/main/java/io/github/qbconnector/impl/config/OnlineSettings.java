package io.github.qbconnector.impl.config;

import io.github.qbconnector.Secret;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a connector to QuickBooks Online needs. */
public record OnlineSettings(
    String clientId,
    Secret clientSecret,
    IntuitEnvironment environment,
    @Nullable URI baseUrl,
    URI redirectUri,
    List<String> scopes,
    boolean pkce,
    int minorVersion) {

  /**
   * What a stored connection must have been made with to be usable: environment and client id, and
   * for custom environments the address.
   */
  public String binding() {
    return environment + (baseUrl == null ? "" : " " + baseUrl) + " " + clientId;
  }
}
