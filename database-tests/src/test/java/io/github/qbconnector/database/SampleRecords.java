package io.github.qbconnector.database;

import io.github.qbconnector.spi.ConnectionRecord;
import java.util.HexFormat;
import java.util.Optional;

/** Plain records to write. */
final class SampleRecords {
  private SampleRecords() {}

  /** The first record of an owner. */
  static ConnectionRecord of(int owner) {
    return new ConnectionRecord(
        HexFormat.of().toHexDigits(owner).repeat(8),
        "default",
        "owner " + owner,
        Optional.of("93414520000" + owner),
        1,
        "{\"written\":1}",
        "2026-11",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The record that comes after one. */
  static ConnectionRecord after(ConnectionRecord read) {
    return after(read, "{\"written\":" + (read.revision() + 1) + "}");
  }

  /** The record that comes after one, with other content. */
  static ConnectionRecord after(ConnectionRecord read, String content) {
    return new ConnectionRecord(
        read.id(),
        read.connector(),
        read.owner(),
        read.companyId(),
        read.revision() + 1,
        content,
        read.keyId(),
        read.dueAt(),
        read.evidence(),
        read.evidenceAt());
  }
}
