package io.github.qbconnector.impl.config;

import io.github.qbconnector.Secret;
import java.net.URI;
import java.time.Duration;

/** What a connector to QuickBooks Desktop needs. */
public record DesktopSettings(
    Secret secretKey, Secret publishableKey, URI baseUrl, Duration linkExpiry) {}
