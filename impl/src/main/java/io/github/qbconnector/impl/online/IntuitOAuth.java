package io.github.qbconnector.impl.online;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.Secret;
import io.github.qbconnector.impl.connection.GrantCalls;
import io.github.qbconnector.impl.connection.ProviderProblem;
import io.github.qbconnector.online.AuthorizationRequest;
import io.github.qbconnector.online.IdToken;
import io.github.qbconnector.online.IntuitOAuthClient;
import io.github.qbconnector.online.IntuitTokens;
import io.github.qbconnector.online.MigratedConnection;
import io.github.qbconnector.online.OAuth1Token;
import io.github.qbconnector.online.OnlineConnection;
import io.github.qbconnector.online.Pkce;
import io.github.qbconnector.online.UserInfo;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verbs of Intuit's OAuth 2.0 for applications. */
public final class IntuitOAuth implements IntuitOAuthClient {
  private final OnlineProvider provider;
  private final GrantCalls calls;

  public IntuitOAuth(OnlineProvider provider, GrantCalls calls) {
    this.provider = provider;
    this.calls = calls;
  }

  @FunctionalInterface
  private interface Verb<T> {
    T run() throws ProviderProblem;
  }

  private static <T> T told(Verb<T> verb) {
    try {
      return verb.run();
    } catch (ProviderProblem e) {
      throw e.failure();
    }
  }

  @Override
  public URI authorizationUrl(AuthorizationRequest request) {
    return provider.authorizationUrl(request);
  }

  @Override
  public IntuitTokens exchange(Secret code) {
    return exchange(code, (Secret) null);
  }

  @Override
  public IntuitTokens exchange(Secret code, Pkce pkce) {
    return exchange(code, pkce.verifier());
  }

  private IntuitTokens exchange(Secret code, @Nullable Secret verifier) {
    return told(() -> provider.oauth().exchange(code, verifier));
  }

  @Override
  public IntuitTokens refresh(Secret refreshToken) {
    return told(() -> provider.oauth().refresh(refreshToken));
  }

  @Override
  public void refresh(OnlineConnection connection) {
    calls.renewNow(connection.owner());
  }

  @Override
  public void revoke(Secret token) {
    told(
        () -> {
          provider.oauth().revoke(token);
          return true;
        });
  }

  @Override
  public void revoke(OnlineConnection connection) {
    connection.disconnect();
  }

  @Override
  public MigratedConnection migrate(OAuth1Token token) {
    return migrate(token, List.of());
  }

  @Override
  public MigratedConnection migrate(OAuth1Token token, List<String> scopes) {
    return told(() -> provider.oauth().migrate(token, scopes));
  }

  @Override
  public UserInfo userInfo(Secret accessToken) {
    return told(() -> provider.oauth().userInfo(accessToken));
  }

  @Override
  public UserInfo userInfo(OnlineConnection connection) {
    return calls.call(
        connection.owner(),
        Evidence.CALL,
        (grant, realmId) -> provider.oauth().userInfo(grant.accessToken()));
  }

  @Override
  public IdToken validateIdToken(Secret idToken) {
    return told(() -> provider.idTokens().validate(idToken, null));
  }

  @Override
  public IdToken validateIdToken(Secret idToken, String nonce) {
    return told(() -> provider.idTokens().validate(idToken, nonce));
  }
}
