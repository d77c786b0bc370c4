package io.github.qbconnector.store.contract;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.spi.ConnectionRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** A record while it is put together; a plain one with a company unless told otherwise. */
final class RecordDraft {
  private final String id;
  private final String connector;
  private final String owner;
  private Optional<String> companyId = Optional.of("9341452000000001");
  private long revision = 1;
  private String content = "{\"grant\":\"sealed\"}";
  private String keyId = "2026-11";
  private Optional<Instant> dueAt = Optional.empty();
  private Optional<Evidence> evidence = Optional.empty();
  private Optional<Instant> evidenceAt = Optional.empty();

  private RecordDraft(String id, String connector, String owner) {
    this.id = id;
    this.connector = connector;
    this.owner = owner;
  }

  static RecordDraft of(String owner) {
    return of("default", owner);
  }

  static RecordDraft of(String connector, String owner) {
    return new RecordDraft(id(connector, owner), connector, owner);
  }

  /** A draft of what shall stand in place of a record. */
  static RecordDraft after(ConnectionRecord record) {
    RecordDraft draft = new RecordDraft(record.id(), record.connector(), record.owner());
    draft.companyId = record.companyId();
    draft.revision = record.revision() + 1;
    draft.content = record.content();
    draft.keyId = record.keyId();
    draft.dueAt = record.dueAt();
    draft.evidence = record.evidence();
    draft.evidenceAt = record.evidenceAt();
    return draft;
  }

  static String id(String connector, String owner) {
    try {
      byte[] text = (connector.length() + connector + owner).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  RecordDraft company(String value) {
    this.companyId = Optional.of(value);
    return this;
  }

  RecordDraft noCompany() {
    this.companyId = Optional.empty();
    return this;
  }

  RecordDraft revision(long value) {
    this.revision = value;
    return this;
  }

  RecordDraft content(String value) {
    this.content = value;
    return this;
  }

  RecordDraft key(String value) {
    this.keyId = value;
    return this;
  }

  RecordDraft due(Instant value) {
    this.dueAt = Optional.of(value);
    return this;
  }

  RecordDraft notDue() {
    this.dueAt = Optional.empty();
    return this;
  }

  RecordDraft seen(Evidence kind, Instant at) {
    this.evidence = Optional.of(kind);
    this.evidenceAt = Optional.of(at);
    return this;
  }

  RecordDraft notSeen() {
    this.evidence = Optional.empty();
    this.evidenceAt = Optional.empty();
    return this;
  }

  ConnectionRecord done() {
    return new ConnectionRecord(
        id, connector, owner, companyId, revision, content, keyId, dueAt, evidence, evidenceAt);
  }
}
