package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.ClockServlet;
import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.compatibility.app.MovableClock;
import io.github.qbconnector.compatibility.app.desktop.AdoptDesktopServlet;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.Crowd;
import io.github.qbconnector.compatibility.support.Desktops;
import io.github.qbconnector.compatibility.support.Figures;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import io.github.qbconnector.simulator.conductor.Latency;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What watching a machine costs its user and Conductor, whatever the application's traffic. */
@OnServer
class DesktopCostIT {
  private static final String CONTEXT = "desktop-cost";
  private static final URI PAGE = URI.create(TestServer.url(CONTEXT) + "/gated/welcome.txt");

  private final Browser nobody = Browser.of(TestServer.url(CONTEXT));
  private final Desktops desktops = new Desktops(nobody);

  @Deployment(testable = false)
  static WebArchive war() {
    Map<String, String> keys = new HashMap<>(Desktops.keys("quickbooks."));
    keys.put("quickbooks.owner", "principal");
    keys.put("quickbooks.web.public-url", TestServer.url(CONTEXT).toString());
    keys.put("quickbooks.gate.url-patterns", "/gated/*");
    return Wars.withOnly(CONTEXT, keys)
        .addClasses(
            AdoptDesktopServlet.class,
            ClockServlet.class,
            MovableClock.class,
            HeaderLoginFilter.class)
        .addAsWebResource(new StringAsset("welcome"), "gated/welcome.txt");
  }

  @BeforeEach
  void everyClockShowsRealTime() {
    pass(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0M", "PT10M"})
  void aThousandRequestsOnAGoodConnectionCostAtMostOneReadAndOneHealthCheck(Duration age) {
    String owner = "good-since-" + age;
    desktops.adopt("default", owner);
    pass(age);
    TestServer.simulator().requests().clear();

    Crowd.Answers answers = new Crowd(PAGE, owner).ask(1_000, 16);

    assertThat(answers.byStatus()).isEqualTo(Map.of(200, 1_000));
    assertThat(requests(EndpointKind.END_USERS)).isLessThanOrEqualTo(1);
    assertThat(wakings()).isLessThanOrEqualTo(1);
    assertThat(requests(EndpointKind.ANY)).isLessThanOrEqualTo(2);
  }

  @Test
  void twoHundredAtOnceAtAColdConnectionAskTheMachineOnce() {
    desktops.adopt("default", "cold");
    pass(Duration.ofHours(5));
    Duration slow = Duration.ofMillis(500);
    Desktops.conductor().desktops().latency(new Latency(slow, slow, slow));
    TestServer.simulator().requests().clear();

    Crowd.Answers answers = new Crowd(PAGE, "cold").ask(200, 200);

    Figures.add("desktop.cold-requests.slowest-millis", answers.slowestMillis());
    assertThat(answers.byStatus()).isEqualTo(Map.of(200, 200));
    assertThat(requests(EndpointKind.END_USERS)).isEqualTo(1);
    assertThat(wakings()).isEqualTo(1);
  }

  @Test
  void twoHundredAtOnceAtAMachineThatHangsAskItOnceAndAllAreAnswered() {
    desktops.adopt("default", "hanging");
    pass(Duration.ofHours(5));
    TestServer.simulator().faults().add(Fault.of(FaultKind.HANG).on(EndpointKind.HEALTH_CHECK));
    TestServer.simulator().requests().clear();

    Crowd.Answers answers = new Crowd(PAGE, "hanging").ask(200, 200);

    Figures.add("desktop.hanging-requests.slowest-millis", answers.slowestMillis());
    TestServer.simulator().faults().clear();
    assertThat(answers.byStatus()).isEqualTo(Map.of(503, 200));
    assertThat(requests(EndpointKind.END_USERS)).isEqualTo(1);
  }

  /** Moves the connector's clock and the simulator's. */
  private void pass(Duration time) {
    assertThat(nobody.submit("/clock", Map.of("plus", time.toString())).statusCode())
        .isEqualTo(204);
    TestServer.simulator().clock().advance(time);
  }

  private static long requests(EndpointKind endpoint) {
    return TestServer.simulator().requests().count(endpoint);
  }

  private static long wakings() {
    return requests(EndpointKind.HEALTH_CHECK) + requests(EndpointKind.PING);
  }
}
