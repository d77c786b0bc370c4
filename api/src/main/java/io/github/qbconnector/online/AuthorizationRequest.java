package io.github.qbconnector.online;

import java.util.List;
import java.util.Optional;

/**
 * What goes into an authorisation URL besides client id and redirect URI (RFC 6749 section 4.1.1,
 * OpenID Connect Core section 3.1.2.1).
 *
 * @param scopes the scopes to ask for; empty for the configured ones
 * @param state opaque to Intuit and returned on the callback; the caller checks it
 * @param nonce to be found in the {@code id_token}, if Intuit puts one there
 * @param pkce the proof key of this authorisation
 */
public record AuthorizationRequest(
    List<String> scopes, String state, Optional<String> nonce, Optional<Pkce> pkce) {

  /**
   * A request for the configured scopes, without proof key and nonce.
   *
   * @param state a value nobody can guess, bound to the browser by the caller
   * @return the request
   */
  public static AuthorizationRequest withState(String state) {
    return new AuthorizationRequest(List.of(), state, Optional.empty(), Optional.empty());
  }

  /**
   * The same request with a proof key.
   *
   * @param key the proof key; give it to {@link IntuitOAuthClient#exchange} with the code
   * @return a copy
   */
  public AuthorizationRequest withPkce(Pkce key) {
    return new AuthorizationRequest(scopes, state, nonce, Optional.of(key));
  }

  /**
   * The same request for other scopes than the configured ones.
   *
   * @param others short names or full scope strings
   * @return a copy
   */
  public AuthorizationRequest withScopes(List<String> others) {
    return new AuthorizationRequest(List.copyOf(others), state, nonce, pkce);
  }

  /**
   * The same request with a nonce.
   *
   * @param value a value nobody can guess
   * @return a copy
   */
  public AuthorizationRequest withNonce(String value) {
    return new AuthorizationRequest(scopes, state, Optional.of(value), pkce);
  }
}
