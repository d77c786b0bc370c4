package io.github.qbconnector.sample.it;

import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.LoggedRequest;
import io.github.qbconnector.simulator.intuit.IntuitState;
import java.time.Duration;
import java.util.function.Predicate;

/** Intuit's stand-in: who consented, and what goes wrong there. */
final class Intuit {

  static final String HARBOR = "9341453912000017";
  static final String NORTHWIND = "9130357762000025";
  static final String JUNIPER = "4620816365000033";

  private final Providers providers = Providers.get();

  Intuit() {
    acceptOurClient();
  }

  /** The client's credentials are right. */
  void acceptOurClient() {
    state().clients().add(Secrets.CLIENT_ID, Secrets.CLIENT_SECRET, "Ledgerly Invoices");
  }

  /** The operators have mistyped the client's secret. */
  void refuseOurClient() {
    state().clients().add(Secrets.CLIENT_ID, "another secret", "Ledgerly Invoices");
  }

  private IntuitState state() {
    return providers.simulation().intuit();
  }

  /** Nobody is connected. */
  void begin() {
    state().tokens().reset();
    state().grants().reset();
  }

  void faulty(EndpointKind endpoint, Fault fault) {
    providers.faulty(endpoint, fault);
  }

  /** Answers nothing but a gateway's error page. */
  void down(EndpointKind endpoint) {
    providers.down(endpoint);
  }

  void mend() {
    providers.mend();
  }

  /** The person takes the permission back inside QuickBooks. */
  void revoke(String realmId) {
    state().grants().revoke(realmId);
  }

  /** Grants end for good so long after the consent, however often they are renewed. */
  void endGrantsAfter(Duration life) {
    state().tokens().hardLifetime(life);
  }

  /** Access tokens are refused from now on; refreshing still works. */
  void expireAccessTokens(String realmId) {
    state().grants().expireAccessTokens(realmId);
  }

  boolean isConnected(String realmId) {
    return state().grants().connected(realmId);
  }

  long requests(EndpointKind endpoint) {
    return providers.requests(endpoint);
  }

  long refreshes() {
    return count(r -> r.grantType().filter("refresh_token"::equals).isPresent());
  }

  long exchanges() {
    return count(r -> r.grantType().filter("authorization_code"::equals).isPresent());
  }

  private long count(Predicate<LoggedRequest> condition) {
    return providers.simulation().instruments().requests().count(condition);
  }

  void forgetRequests() {
    providers.forgetRequests();
  }
}
