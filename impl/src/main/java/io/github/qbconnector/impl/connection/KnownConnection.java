package io.github.qbconnector.impl.connection;

import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.impl.vault.Grant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One connection in this node's memory: the current view and the work under way for it. */
final class KnownConnection {

  /** A grant the provider has given that the store has not taken yet. */
  record Unsaved(long fromGeneration, Grant grant) {}

  final ConnectionKey key;
  final AtomicReference<@Nullable Flight> flight = new AtomicReference<>();
  final AtomicReference<@Nullable CompletableFuture<View>> ping = new AtomicReference<>();
  volatile @Nullable Unsaved unsaved;
  volatile View view;
  volatile long usedAt;

  /** When a provider was last asked about it, in epoch milliseconds; 0 for never. */
  volatile long askedAt;

  KnownConnection(ConnectionKey key, View view, long now) {
    this.key = key;
    this.view = view;
    this.usedAt = now;
  }
}
