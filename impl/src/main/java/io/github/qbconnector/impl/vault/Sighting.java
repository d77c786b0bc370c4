package io.github.qbconnector.impl.vault;

import io.github.qbconnector.Evidence;
import java.time.Instant;

/** The newest good evidence of a connection. */
public record Sighting(Evidence evidence, Instant at) {}
