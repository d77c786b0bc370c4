package io.github.qbconnector.impl.connection;

import io.github.qbconnector.Secret;

/** What the provider's redirect brought: a code that works once, and the company it names. */
public record Callback(Secret code, String companyId) {}
