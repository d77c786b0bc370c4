package io.github.qbconnector.impl.connection;

import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import java.time.Duration;
import java.time.Instant;

/** What callers are told when the store of connections does not answer. */
public final class StoreFailure {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private StoreFailure() {}

  public static ProviderUnavailableException of(VaultUnavailableException cause, Instant now) {
    return new ProviderUnavailableException(
        "The store of QuickBooks connections does not answer; nothing was changed. Check the"
            + " DataSource named by quickbooks.store.data-source.",
        ErrorDetails.of("QBC0302", now).build(),
        PAUSE,
        cause);
  }
}
