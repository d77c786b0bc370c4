/**
 * Floor 3: one HTTP client for both providers: limits, redaction, JSON, and the port of the guard.
 */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.impl.http;
