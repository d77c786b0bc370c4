package io.github.qbconnector.spi;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.Experimental;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where connections are kept, if neither of the two stores that come with the connector is wanted:
 * provide one CDI bean of this type, leave {@code quickbooks.store} out, and configure {@code
 * quickbooks.store.encryption-keys}. The contract is this page and the test suite {@code
 * ConnectionStoreContract} of the artefact {@code quickbooks-connector-store-tests}, which a store
 * should pass.
 *
 * <p>What every method has in common:
 *
 * <ul>
 *   <li>It is safe to call from many threads and many nodes at once.
 *   <li>What it wrote is durable, and visible to all nodes, when it returns; a transaction of the
 *       caller has no part in it and cannot undo it.
 *   <li>It ends within 20 seconds. If the store does not answer, or what became of a write is not
 *       known, it throws a {@link RuntimeException}, whose message is logged and shown to nobody.
 *   <li>Time is the store's own, one for all nodes, wherever a length of time is given.
 * </ul>
 */
@Experimental
public interface ConnectionStore {

  /**
   * Reads a record.
   *
   * @param id the record's
   * @return the record as it was last written; empty if there is none
   */
  Optional<ConnectionRecord> find(String id);

  /**
   * Adds a record.
   *
   * @param record with everything to be written
   * @return {@code false}, and nothing is written, if there is a record of this id
   */
  boolean insert(ConnectionRecord record);

  /**
   * Replaces a record if nobody else has since it was read. Of two callers with the same expected
   * revision exactly one gets {@code true}.
   *
   * @param record the new one, of a higher revision; its evidence is left alone
   * @param expectedRevision the revision that was read
   * @return {@code false}, and nothing is written, if there is no record of this id and revision
   */
  boolean replace(ConnectionRecord record, long expectedRevision);

  /**
   * Notes good evidence, unless newer evidence is noted already. Neither reads nor changes the
   * revision.
   *
   * @param id the record's; nothing happens if there is none
   * @param evidence what kind
   * @param at when it was seen
   */
  void note(String id, Evidence evidence, Instant at);

  /**
   * The records of a connector that hold a company, by ascending id.
   *
   * @param connector the connector's name
   * @param afterId the id to go on after; empty to begin
   * @param limit most records to return
   * @return the records; fewer than {@code limit} only at the end
   */
  List<ConnectionRecord> list(String connector, Optional<String> afterId, int limit);

  /**
   * The records of a connector that hold one company, in no order.
   *
   * @param connector the connector's name
   * @param companyId the company
   * @param limit most records to return
   * @return the records
   */
  List<ConnectionRecord> holding(String connector, String companyId, int limit);

  /**
   * The records that are due, the longest overdue first.
   *
   * @param now records with {@code dueAt} at or before are due
   * @param limit most records to return
   * @return the records of all connectors
   */
  List<ConnectionRecord> due(Instant now, int limit);

  /**
   * Records that are sealed with another key than this, in no order.
   *
   * @param keyId the key that is no reason to return a record
   * @param afterId the id to go on after, by ascending id; empty to begin
   * @param limit most records to return
   * @return the records of all connectors
   */
  List<ConnectionRecord> notSealedWith(String keyId, Optional<String> afterId, int limit);

  /**
   * How many records are sealed with which key.
   *
   * @return numbers by key id
   */
  Map<String, Long> keyUsage();

  /**
   * What was inserted or replaced lately, so that a node need not read all it knows again.
   *
   * @param since the {@link Changes#next} of an earlier answer; 0 to begin
   * @return at least all records whose insertion or replacement became visible after that earlier
   *     answer was given; others may be among them
   */
  Changes changes(long since);

  /**
   * What was changed.
   *
   * @param revisions revisions by record id
   * @param next where to go on
   * @param complete {@code false} if there were too many to tell: anything may have changed
   */
  record Changes(Map<String, Long> revisions, long next, boolean complete) {}

  /**
   * Takes a lease, if nobody holds it.
   *
   * @param name what for, at most 80 characters
   * @param holder who asks, at most 40 characters; another one at each attempt
   * @param length how long it lasts unless it is released
   * @return whether it was taken; of several callers at once at most one gets {@code true}
   */
  boolean lease(String name, String holder, Duration length);

  /**
   * Gives a lease back.
   *
   * @param name what for
   * @param holder who holds it; nothing happens if somebody else does by now
   */
  void release(String name, String holder);

  /**
   * Writes a value down once, to be forgotten some time after it expires.
   *
   * @param name of the value, at most 80 characters
   * @param value at most 8,000 characters
   * @param expiresAt from when on it may be forgotten
   * @return {@code true} for the first caller only; the others change nothing
   */
  boolean putOnce(String name, String value, Instant expiresAt);

  /**
   * Reads a value that was written down.
   *
   * @param name of the value
   * @param now values that have expired by then are not returned
   * @return the value; empty if there is none
   */
  Optional<String> get(String name, Instant now);

  /**
   * Forgets values that have expired. Called now and then.
   *
   * @param now values that expire at or before may go
   */
  void sweep(Instant now);
}
