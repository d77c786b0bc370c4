package io.github.qbconnector.sample.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.qbconnector.simulator.IntuitSimulator;
import io.github.qbconnector.simulator.Simulation;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.LoggedRequest;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import io.github.qbconnector.simulator.intuit.IntuitState;
import io.github.qbconnector.simulator.jdk.JdkServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Intuit's stand-in, in the tests' own JVM and on another site than the application: it answers to
 * 127.0.0.1, the application to localhost. It notes every secret that passes.
 */
final class Intuit {

  static final String HARBOR = "9341453912000017";
  static final String NORTHWIND = "9130357762000025";
  static final String JUNIPER = "4620816365000033";

  /** Listens as long as the JVM lives; the server was told its address at the start. */
  private static final Intuit ONE = new Intuit();

  private final Simulation simulation = new Simulation();

  @SuppressWarnings("UnusedVariable") // keeps listening
  private final JdkServer server;

  private Intuit() {
    this.server =
        JdkServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Place.INTUIT_PORT),
            IntuitSimulator.CONTEXT_PATH,
            this::answer);
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

  static Intuit get() {
    return ONE;
  }

  private SimulatorResponse answer(SimulatorRequest request) {
    SimulatorResponse response = simulation.handle(request);
    for (String field : List.of("code", "code_verifier", "refresh_token")) {
      request.form().get(field).ifPresent(value -> Secrets.ISSUED.add(field, value));
    }
    boolean zipped = response.header("Content-Encoding").filter("gzip"::equals).isPresent();
    if (response.length() < 100_000) {
      Secrets.ISSUED.addTokensIn(
          zipped ? unzipped(response.body()) : new String(response.body(), UTF_8));
    }
    return response;
  }

  private static String unzipped(byte[] body) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private IntuitState state() {
    return simulation.intuit();
  }

  /** Nobody is connected, nothing goes wrong, nothing was asked. Time stays where it is. */
  void begin() {
    state().faults().clear();
    state().tokens().reset();
    state().grants().reset();
    state().requests().clear();
  }

  void faulty(EndpointKind endpoint, Fault fault) {
    state().faults().add(fault.on(endpoint));
  }

  /** Answers nothing but a gateway's error page. */
  void down(EndpointKind endpoint) {
    faulty(endpoint, Fault.status(503));
  }

  void mend() {
    state().faults().clear();
  }

  Duration timeAhead() {
    return state().clock().offset();
  }

  void advance(Duration by) {
    state().clock().advance(by);
  }

  /** The person takes the permission back inside QuickBooks. */
  void revoke(String realmId) {
    state().grants().revoke(realmId);
  }

  /** Access tokens are refused from now on; refreshing still works. */
  void expireAccessTokens(String realmId) {
    state().grants().expireAccessTokens(realmId);
  }

  boolean isConnected(String realmId) {
    return state().grants().connected(realmId);
  }

  long requests(EndpointKind endpoint) {
    return state().requests().count(endpoint);
  }

  long refreshes() {
    return state()
        .requests()
        .count((LoggedRequest r) -> r.grantType().filter("refresh_token"::equals).isPresent());
  }

  long exchanges() {
    return state()
        .requests()
        .count((LoggedRequest r) -> r.grantType().filter("authorization_code"::equals).isPresent());
  }

  void forgetRequests() {
    state().requests().clear();
  }
}
