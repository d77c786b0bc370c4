package io.github.qbconnector.desktop;

import io.github.qbconnector.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt of an end-user to link a machine.
 *
 * @param id Conductor's id, {@code auth_sess_…}
 * @param endUserId for whom
 * @param authFlowUrl the link to open in a browser on the Windows machine that runs QuickBooks.
 *     Whoever has it can finish the set-up: hand it to the user, keep it out of logs
 * @param createdAt when it was created, by Conductor's clock
 * @param expiresAt until when the link works
 * @param redirectUrl where the browser goes afterwards
 */
public record AuthSession(
    String id,
    String endUserId,
    Secret authFlowUrl,
    Instant createdAt,
    Instant expiresAt,
    Optional<URI> redirectUrl) {}
