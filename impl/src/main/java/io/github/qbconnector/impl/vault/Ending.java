package io.github.qbconnector.impl.vault;

import io.github.qbconnector.StatusReason;
import java.time.Instant;

/** The provider's word that a grant has ended; it counts for the generation it is stored with. */
public record Ending(StatusReason reason, Instant at) {}
