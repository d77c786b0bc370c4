package io.github.qbconnector.impl.vault;

import io.github.qbconnector.Secret;
import java.time.Instant;

/**
 * A link to connect QuickBooks Desktop that the user has not used yet, as far as is known.
 *
 * @param url Conductor's; whoever has it can finish the set-up
 * @param openedAt when it was made, by the provider's clock
 */
public record OpenLink(Secret url, Instant openedAt, Instant expiresAt) {}
