package io.github.qbconnector.impl.config;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the providers are reached. */
public record HttpSettings(Duration connectTimeout, @Nullable URI proxy) {}
