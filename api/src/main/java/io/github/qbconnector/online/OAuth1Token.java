package io.github.qbconnector.online;

import io.github.qbconnector.Secret;

/**
 * A token of OAuth 1.0a (RFC 5849) with all that is needed to sign with it, from the times before
 * Intuit's OAuth 2.0. Its {@link #toString()} shows no secret.
 *
 * @param consumerKey of the old application; Intuit's client id of today is another one
 * @param consumerSecret of the old application
 * @param accessToken of the connected company
 * @param accessTokenSecret came with the access token
 */
public record OAuth1Token(
    String consumerKey, Secret consumerSecret, Secret accessToken, Secret accessTokenSecret) {

  /**
   * Checks the consumer key; a {@link Secret} is never empty.
   *
   * @throws IllegalArgumentException if the consumer key is empty
   */
  public OAuth1Token {
    if (consumerKey.isEmpty()) {
      throw new IllegalArgumentException("The consumer key must not be empty.");
    }
  }
}
