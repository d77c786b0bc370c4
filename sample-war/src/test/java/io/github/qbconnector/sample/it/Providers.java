package io.github.qbconnector.sample.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.Simulation;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.Instruments;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
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
 * The stand-in of Intuit and Conductor, in the tests' own JVM and on another site than the
 * application: it answers to 127.0.0.1, the application to localhost. It notes every secret that
 * passes.
 */
final class Providers {

  /** Listens as long as the JVM lives; the server was told its address at the start. */
  private static final Providers BOTH = new Providers();

  private final Simulation simulation = new Simulation();

  @SuppressWarnings("UnusedVariable") // keeps listening
  private final JdkServer server;

  private Providers() {
    this.server =
        JdkServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Place.PROVIDERS_PORT),
            QuickBooksSimulator.CONTEXT_PATH,
            this::answer);
  }

  static Providers get() {
    return BOTH;
  }

  private SimulatorResponse answer(SimulatorRequest request) {
    SimulatorResponse response = simulation.handle(request);
    for (String field : List.of("code", "code_verifier", "refresh_token")) {
      request.form().get(field).ifPresent(value -> Secrets.ISSUED.add(field, value));
    }
    Secrets.ISSUED.addInvitationsIn(request.bodyText());
    boolean zipped = response.header("Content-Encoding").filter("gzip"::equals).isPresent();
    if (response.length() < 100_000) {
      String text = zipped ? unzipped(response.body()) : new String(response.body(), UTF_8);
      Secrets.ISSUED.addTokensIn(text);
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

  Simulation simulation() {
    return simulation;
  }

  private Instruments instruments() {
    return simulation.instruments();
  }

  /** Nothing goes wrong, nothing was asked. Time stays where it is. */
  void begin() {
    instruments().faults().clear();
    instruments().requests().clear();
  }

  void faulty(EndpointKind endpoint, Fault fault) {
    instruments().faults().add(fault.on(endpoint));
  }

  /** Answers nothing but a gateway's error page. */
  void down(EndpointKind endpoint) {
    faulty(endpoint, Fault.status(503));
  }

  void mend() {
    instruments().faults().clear();
  }

  Duration timeAhead() {
    return instruments().clock().offset();
  }

  void advance(Duration by) {
    instruments().clock().advance(by);
  }

  long requests(EndpointKind endpoint) {
    return instruments().requests().count(endpoint);
  }

  void forgetRequests() {
    instruments().requests().clear();
  }
}
