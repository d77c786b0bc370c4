package io.github.qbconnector.impl.connection;

import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.impl.vault.Grant;
import io.github.qbconnector.impl.vault.Lease;
import io.github.qbconnector.impl.vault.Sighting;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One connection in this node's memory: the current view and the work under way for it. */
final class KnownConnection {

  /** A grant the provider has given that the store has not taken yet, and the lease it is under. */
  record Unsaved(long fromGeneration, Grant grant, Lease lease) {}

  final ConnectionKey key;
  final String recordId;
  final AtomicReference<@Nullable Flight> flight = new AtomicReference<>();
  final AtomicReference<@Nullable CompletableFuture<View>> ping = new AtomicReference<>();
  volatile @Nullable Unsaved unsaved;

  /** Read by everybody, changed by {@link #show} and {@link #change} only. */
  volatile View view;

  volatile long usedAt;

  /** When a provider was last asked about it, in epoch milliseconds; 0 for never. */
  volatile long askedAt;

  /** The evidence that this node has written down last. */
  volatile @Nullable Sighting noted;

  /** The revision of the record that was read last; 0 if there was none. */
  volatile long revision;

  /** Whether another node has changed the record since. */
  volatile boolean outdated;

  KnownConnection(ConnectionKey key, View view, long now) {
    this.key = key;
    this.recordId = key.recordId();
    this.view = view;
    this.usedAt = now;
  }

  /** What was just written, or found to be gone. */
  synchronized void show(View next) {
    view = next;
  }

  /** Works on what is known now, and loses nothing that others learn at the same moment. */
  synchronized View change(UnaryOperator<View> change) {
    View next = change.apply(view);
    view = next;
    return next;
  }
}
