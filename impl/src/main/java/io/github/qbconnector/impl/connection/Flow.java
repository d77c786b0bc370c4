package io.github.qbconnector.impl.connection;

import io.github.qbconnector.Secret;
import java.time.Instant;

/**
 * One attempt to connect, from link to callback. Travels sealed in a cookie of the browser that
 * began it.
 *
 * @param id goes to the provider as {@code state}; names the cookie
 * @param returnPath where the user lands afterwards, below the context root; may be empty
 * @param verifier of PKCE (RFC 7636); always made, sent if configured
 */
public record Flow(
    String id,
    String connector,
    String owner,
    String returnPath,
    boolean otherCompanyAllowed,
    Secret verifier,
    Secret nonce,
    Instant expiresAt) {}
