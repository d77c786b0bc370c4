package io.github.qbconnector.impl.config;

import java.time.Duration;
import java.util.List;

/** The gate of one connector; the key table of the reference says what each means. */
public record GateSettings(
    List<String> urlPatterns,
    List<String> excludePatterns,
    GateMode mode,
    Duration maxAge,
    Duration maxStale,
    Duration longestWait) {}
