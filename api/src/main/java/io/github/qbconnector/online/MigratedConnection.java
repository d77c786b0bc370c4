package io.github.qbconnector.online;

/**
 * What became of an OAuth 1.0a token: the company it was for, and tokens of OAuth 2.0. Nothing of
 * it is stored; {@link OnlineConnector#adopt} takes realm id and refresh token.
 *
 * @param realmId the company's realm id, digits only, as Intuit answered it
 * @param tokens for the configured client id
 */
public record MigratedConnection(String realmId, IntuitTokens tokens) {}
