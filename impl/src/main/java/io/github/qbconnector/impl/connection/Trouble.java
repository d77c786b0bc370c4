package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.impl.config.ConnectorSettings;
import java.time.Instant;

/**
 * The newest attempt failed and says nothing final about the grant: an outage, or keys that are
 * refused. Remembered so that nobody hammers the provider.
 *
 * @param retryAt when the next attempt makes sense
 * @param attempts how many attempts in a row have failed
 * @param under the configuration it happened under; another one is worth an attempt at once
 */
record Trouble(
    ConnectionState state,
    StatusReason reason,
    QuickBooksException failure,
    Instant at,
    Instant retryAt,
    int attempts,
    ConnectorSettings under) {

  boolean standsAt(Instant now, ConnectorSettings current) {
    return now.isBefore(retryAt) && under.equals(current);
  }
}
