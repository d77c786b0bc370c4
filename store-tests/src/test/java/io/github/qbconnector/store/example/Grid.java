package io.github.qbconnector.store.example;

import io.github.qbconnector.spi.ConnectionRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What the servers of a cluster share: maps with atomic operations, and one time. Stands for the
 * data grid of the application.
 */
record Grid(
    ConcurrentMap<String, ConnectionRecord> records,
    ConcurrentMap<String, Lease> leases,
    ConcurrentMap<String, Value> values,
    InstantSource time) {

  record Lease(String holder, Instant until) {}

  record Value(String text, Instant expiresAt) {}

  static Grid empty(InstantSource time) {
    return new Grid(
        new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), time);
  }
}
