package io.github.qbconnector.simulator.conductor;

import io.github.qbconnector.simulator.conductor.quickbooks.CompanyFile;
import io.github.qbconnector.simulator.conductor.quickbooks.Refusal;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The users' machines, and what people do there. Every method that takes an end-user's id throws
 * {@link IllegalArgumentException} if there is no such end-user.
 */
public final class Desktops {

  private static final Duration SLOWNESS = Duration.ofSeconds(8);
  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(1);
  private static final int NOT_ACTIVE = 409;

  private final EndUsers endUsers;

  private volatile Latency latency = Latency.NONE;
  private volatile Duration slowness = SLOWNESS;
  private volatile Duration longestTimeout = LONGEST_TIMEOUT;
  private volatile int notActiveStatus = NOT_ACTIVE;

  Desktops(EndUsers endUsers) {
    this.endUsers = endUsers;
  }

  private Desktop of(String endUserId) {
    return endUsers
        .get(endUserId)
        .orElseThrow(() -> new IllegalArgumentException("No such end-user: " + endUserId))
        .desktop();
  }

  /** What a request for this end-user meets. */
  public DesktopState state(String endUserId) {
    return of(endUserId).state();
  }

  /** What requests for this end-user meet from now on. */
  public Desktops set(String endUserId, DesktopState state) {
    return set(endUserId, state, state.integrationCode());
  }

  /** The same, and QuickBooks' request processor fails with this code. */
  public Desktops set(String endUserId, DesktopState state, String integrationCode) {
    of(endUserId).set(state, integrationCode);
    return this;
  }

  /** Claims that QuickBooks answered last at this time, or that it never did. */
  public Desktops lastSuccessfulRequestAt(String endUserId, @Nullable Instant instant) {
    of(endUserId).lastSuccessfulRequestAt(instant);
    return this;
  }

  /** QuickBooks refuses the next request for data, with this status code of qbXML. */
  public Desktops refuseNext(String endUserId, String integrationCode, String message) {
    of(endUserId).refuseNext(new Refusal(integrationCode, message));
    return this;
  }

  /** Somebody in front of QuickBooks has this record open when it is written next, once. */
  public Desktops lockNextWrite(String endUserId, String recordId) {
    of(endUserId).file().lockNextWrite(recordId);
    return this;
  }

  /** Whether a write that times out is in the books all the same; not so at the start. */
  public Desktops timeoutAppliesWrites(String endUserId, boolean applies) {
    of(endUserId).timeoutAppliesWrites(applies);
    return this;
  }

  /** Adds a customer; a field of Conductor's that is not named is as in a new record. */
  public JsonObject addCustomer(String endUserId, JsonObject customer) {
    return of(endUserId).file().addCustomer(customer);
  }

  /** Adds an invoice; a field of Conductor's that is not named is as in a new record. */
  public JsonObject addInvoice(String endUserId, JsonObject invoice) {
    return of(endUserId).file().addInvoice(invoice);
  }

  /** Adds so many invoices, enough to turn pages. */
  public Desktops addInvoices(String endUserId, int count) {
    of(endUserId).file().addInvoices(count);
    return this;
  }

  /** Adds so many customers. */
  public Desktops addCustomers(String endUserId, int count) {
    of(endUserId).file().addCustomers(count);
    return this;
  }

  /** Empties the company file of this end-user. */
  public Desktops clearData(String endUserId) {
    of(endUserId).file().clear();
    return this;
  }

  /** The books of this end-user. */
  public CompanyFile data(String endUserId) {
    return of(endUserId).file();
  }

  /** How long answers take; nothing at the start. */
  public Desktops latency(Latency times) {
    latency = times;
    return this;
  }

  /** How long answers take. */
  public Latency latency() {
    return latency;
  }

  /** How late {@link DesktopState#SLOW} is: 8 seconds at the start. */
  public Desktops slowness(Duration delay) {
    slowness = delay;
    return this;
  }

  /** How late {@link DesktopState#SLOW} is. */
  public Duration slowness() {
    return slowness;
  }

  /**
   * How long a request really waits until it times out, whatever it asked for: 1 second at the
   * start, so that no test waits for the usual 90. Taking faults back ends all waiting.
   */
  public Desktops longestTimeout(Duration cap) {
    longestTimeout = cap;
    return this;
  }

  /** How long a request really waits until it times out. */
  public Duration longestTimeout() {
    return longestTimeout;
  }

  /** The status of answers for {@link DesktopState#OFFLINE}: 409 at the start, or 502. */
  public Desktops notActiveStatus(int status) {
    if (status != NOT_ACTIVE && status != 502) {
      throw new IllegalArgumentException("The status is 409 or 502");
    }
    notActiveStatus = status;
    return this;
  }

  /** The status of answers for {@link DesktopState#OFFLINE}. */
  public int notActiveStatus() {
    return notActiveStatus;
  }

  void reset() {
    latency = Latency.NONE;
    slowness = SLOWNESS;
    longestTimeout = LONGEST_TIMEOUT;
    notActiveStatus = NOT_ACTIVE;
  }
}
