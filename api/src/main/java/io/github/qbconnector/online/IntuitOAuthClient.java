package io.github.qbconnector.online;

import io.github.qbconnector.Secret;
import java.net.URI;
import java.util.List;

/**
 * Intuit's OAuth 2.0 and OpenID Connect, verb by verb (RFC 6749, RFC 7009, RFC 7636, OpenID Connect
 * Core; Intuit, "Set up OAuth 2.0"). For applications that need the verbs themselves; connecting,
 * storing and renewing is done by {@link OnlineConnector} and needs none of this.
 *
 * <p>Inject it as it is, or with {@link io.github.qbconnector.QuickBooks} for a named connector.
 * Safe for use by many threads. Methods that call Intuit block at most {@code
 * quickbooks.http.read-timeout} and are never repeated by the connector. They throw
 *
 * <ul>
 *   <li>{@link io.github.qbconnector.error.ReconnectRequiredException} for {@code invalid_grant},
 *   <li>{@link io.github.qbconnector.error.MisconfiguredException} for a refused client,
 *   <li>{@link io.github.qbconnector.error.ProviderUnavailableException} for outages, time-outs,
 *       throttling and unreadable answers,
 *   <li>{@link io.github.qbconnector.error.RequestRejectedException} for everything else Intuit
 *       refuses,
 * </ul>
 *
 * <p>each with status, content, {@code intuit_tid} and time.
 */
public interface IntuitOAuthClient {

  /**
   * Where to send a user's browser to consent. May read Intuit's discovery document once, which is
   * cached; the built-in addresses serve when it is down.
   *
   * @param request scopes, state, nonce and proof key
   * @return the URL of Intuit's consent page
   * @throws IllegalArgumentException if the state is empty
   */
  URI authorizationUrl(AuthorizationRequest request);

  /**
   * Exchanges an authorisation code for tokens. A code works once; using it twice may end the
   * grant.
   *
   * @param code the code from the callback
   * @return the tokens, not stored anywhere
   */
  IntuitTokens exchange(Secret code);

  /**
   * Exchanges an authorisation code that was asked for with a proof key.
   *
   * @param code the code from the callback
   * @param pkce the proof key of the authorisation
   * @return the tokens, not stored anywhere
   */
  IntuitTokens exchange(Secret code, Pkce pkce);

  /**
   * Renews tokens that the application keeps itself. Do not call it with a token that the connector
   * stores.
   *
   * @param refreshToken the newest refresh token
   * @return the new tokens; store them before using them
   */
  IntuitTokens refresh(Secret refreshToken);

  /**
   * Renews the stored tokens of a connection now, due or not. Parallel calls share one exchange.
   *
   * @param connection a connection of this connector
   */
  void refresh(OnlineConnection connection);

  /**
   * Revokes a grant. Either token of the grant ends it whole. A token that is dead already counts
   * as revoked.
   *
   * @param token an access or refresh token
   */
  void revoke(Secret token);

  /**
   * Revokes the grant of a connection and forgets it: the same as {@link
   * OnlineConnection#disconnect()}.
   *
   * @param connection a connection of this connector
   */
  void revoke(OnlineConnection connection);

  /**
   * Migrates a token of OAuth 1.0a to tokens of OAuth 2.0 with the configured scopes, without the
   * user: see {@link #migrate(OAuth1Token, List)}.
   *
   * @param token the old token
   * @return the company and its new tokens, not stored anywhere
   */
  MigratedConnection migrate(OAuth1Token token);

  /**
   * Migrates a token of OAuth 1.0a to tokens of OAuth 2.0, without the user. The request is signed
   * with the old token (RFC 5849 section 3.4.2, HMAC-SHA1) and names the configured client id,
   * client secret and redirect URI (Intuit, "Migration from OAuth 1.0 to OAuth 2.0", step 3). Give
   * realm id and refresh token to {@link OnlineConnector#adopt} at once: Intuit does not promise
   * that a token can be migrated twice. For many tokens call it in a loop, one after the other.
   *
   * <p>Blocks for one call to Intuit, at most {@code quickbooks.http.read-timeout}; neither an
   * interrupt nor an undeployment ends it before. It is never repeated by the connector.
   *
   * @param token the old token; this machine's clock must be right, since Intuit refuses old
   *     timestamps
   * @param scopes short names or full scope strings; empty for the configured ones
   * @return the company and its new tokens, not stored anywhere
   * @throws io.github.qbconnector.error.ReconnectRequiredException if Intuit says that the old
   *     token has ended; the user connects anew
   * @throws io.github.qbconnector.error.MisconfiguredException if Intuit refuses the configured
   *     client
   * @throws io.github.qbconnector.error.RequestRejectedException if Intuit refuses the signature,
   *     the consumer, the time or anything else; {@code providerCode()} says which, where Intuit
   *     does
   * @throws io.github.qbconnector.error.ProviderUnavailableException for outages, throttling and
   *     unreadable answers; also for one without a realm id
   * @throws io.github.qbconnector.error.OutcomeUnknownException if the answer was lost; migrate the
   *     same token again, and if Intuit refuses it then, the user connects anew
   */
  MigratedConnection migrate(OAuth1Token token, List<String> scopes);

  /**
   * Asks who consented. Needs the scope {@code openid}.
   *
   * @param accessToken an access token
   * @return what the granted scopes allow to see
   */
  UserInfo userInfo(Secret accessToken);

  /**
   * Asks who consented, with the stored tokens of a connection.
   *
   * @param connection a connection of this connector
   * @return what the granted scopes allow to see
   */
  UserInfo userInfo(OnlineConnection connection);

  /**
   * Validates an {@code id_token}: signature (RS256 only) by Intuit's published keys, issuer,
   * audience and expiry with 60 seconds of leeway. The keys are read once and cached.
   *
   * @param idToken the token
   * @return its claims
   * @throws io.github.qbconnector.error.RequestRejectedException if it is not valid
   */
  IdToken validateIdToken(Secret idToken);

  /**
   * Validates an {@code id_token} as {@link #validateIdToken(Secret)} does and, if it holds a
   * nonce, compares that too. Intuit's tokens hold none today.
   *
   * @param idToken the token
   * @param nonce the nonce of the authorisation
   * @return its claims
   * @throws io.github.qbconnector.error.RequestRejectedException if it is not valid
   */
  IdToken validateIdToken(Secret idToken, String nonce);
}
