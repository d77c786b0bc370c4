package io.github.qbconnector.spi;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.Experimental;
import java.time.Instant;
import java.util.Optional;

/**
 * One connection as a {@link ConnectionStore} keeps it. Everything secret in {@code content} is
 * sealed; a store neither needs nor has the keys. Times have milliseconds.
 *
 * @param id names the record: 64 hexadecimal digits, made from connector and owner
 * @param connector the connector's name, at most 40 characters
 * @param owner whose connection it is, at most 255 characters
 * @param companyId the company held, at most 64 characters; empty once the user has disconnected
 * @param revision counts the writes of this record; a store only ever compares it
 * @param content the connection itself: text that only the connector reads, at most {@value
 *     #MAX_CONTENT} characters
 * @param keyId the encryption key the content is sealed with, at most 40 characters
 * @param dueAt when the connector wants to look at the record by itself
 * @param evidence the newest good evidence, with {@code evidenceAt}; a store writes these two only
 *     in {@link ConnectionStore#insert} and {@link ConnectionStore#note}
 * @param evidenceAt when it was seen
 */
@Experimental
public record ConnectionRecord(
    String id,
    String connector,
    String owner,
    Optional<String> companyId,
    long revision,
    String content,
    String keyId,
    Optional<Instant> dueAt,
    Optional<Evidence> evidence,
    Optional<Instant> evidenceAt) {
  /** Longest content, in characters; all of them are ASCII but those of names. */
  public static final int MAX_CONTENT = 12_000;
}
