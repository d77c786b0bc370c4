package io.github.qbconnector.simulator.intuit;

import java.util.List;
import java.util.Optional;

/**
 * What a person agreed to on the consent page.
 *
 * @param realmId the chosen company; absent when only OpenID scopes were asked for
 * @param codeChallenge S256 challenge of PKCE
 */
record ConsentedRequest(
    String clientId,
    String redirectUri,
    List<String> scopes,
    Optional<String> realmId,
    Optional<String> codeChallenge,
    Optional<String> nonce) {}
