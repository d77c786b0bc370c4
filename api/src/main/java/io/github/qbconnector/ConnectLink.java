package io.github.qbconnector;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a user goes to connect: always a URL of this application, never the provider's.
 *
 * @param href a path below the server's root that includes the context root, ready for an {@code
 *     href} attribute (escape it in HTML)
 * @param expiresAt when the link stops working; empty for a link that does not expire
 * @param shareable whether somebody without a login in this application may use it (Desktop only)
 */
public record ConnectLink(String href, Optional<Instant> expiresAt, boolean shareable) {}
