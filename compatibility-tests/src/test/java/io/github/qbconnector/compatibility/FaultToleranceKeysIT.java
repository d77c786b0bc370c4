package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.AdoptServlet;
import io.github.qbconnector.compatibility.app.AttemptServlet;
import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.compatibility.app.desktop.DesktopAttempt;
import io.github.qbconnector.compatibility.app.desktop.DesktopAttemptServlet;
import io.github.qbconnector.compatibility.support.Adoption;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.Desktops;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import java.util.HashMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators change how calls are repeated by the keys that MicroProfile Fault Tolerance has. */
@OnServer
class FaultToleranceKeysIT {
  private static final String USUAL = "repeated";
  private static final String INTUIT_ONCE = "intuit-once";
  private static final String CONDUCTOR_ONCE = "conductor-once";

  private static final String KEY = "io.github.qbconnector.impl.cdi.%s/read/Retry/maxRetries";

  @Deployment(name = USUAL, testable = false)
  static WebArchive usual() {
    return war(USUAL, Map.of());
  }

  @Deployment(name = INTUIT_ONCE, testable = false)
  static WebArchive intuitOnce() {
    return war(INTUIT_ONCE, Map.of(KEY.formatted("IntuitFaultTolerance"), "0"));
  }

  @Deployment(name = CONDUCTOR_ONCE, testable = false)
  static WebArchive conductorOnce() {
    return war(CONDUCTOR_ONCE, Map.of(KEY.formatted("ConductorFaultTolerance"), "0"));
  }

  private static WebArchive war(String context, Map<String, String> operators) {
    Map<String, String> keys = new HashMap<>(operators);
    keys.put("quickbooks.gate.url-patterns", "/nowhere/*");
    keys.put("quickbooks.connectors", "desktop");
    keys.putAll(Desktops.keys("quickbooks.connector.desktop."));
    return Wars.configured(context, keys)
        .addClasses(
            AdoptServlet.class,
            AttemptServlet.class,
            DesktopAttempt.class,
            DesktopAttemptServlet.class,
            HeaderLoginFilter.class);
  }

  @AfterEach
  void bothProvidersAreWellAgain() {
    TestServer.simulator().faults().clear();
  }

  @ParameterizedTest
  @CsvSource({USUAL + ", 3, 3", INTUIT_ONCE + ", 1, 3", CONDUCTOR_ONCE + ", 3, 1"})
  void aReadThatFailsIsRepeatedAsOftenAsTheKeyOfItsProviderSays(
      String context, int toIntuit, int toConductor) {
    Browser nobody = Browser.of(TestServer.url(context));
    Adoption.through(nobody).of("anybody", DropInPromises.BAKERY);
    TestServer.simulator().faults().add(Fault.status(503).on(EndpointKind.ACCOUNTING));
    TestServer.simulator().faults().add(Fault.status(503).on(EndpointKind.END_USERS));
    TestServer.simulator().requests().clear();

    String online = nobody.open("/gated/attempt").body();
    String desktop = nobody.open("/gated/desktop-attempt").body();

    assertThat(online).startsWith("ProviderUnavailableException");
    assertThat(desktop).contains("ProviderUnavailableException");
    assertThat(requests(EndpointKind.ACCOUNTING)).as("to Intuit").isEqualTo(toIntuit);
    assertThat(requests(EndpointKind.END_USERS)).as("to Conductor").isEqualTo(toConductor);
  }

  private static long requests(EndpointKind endpoint) {
    return TestServer.simulator().requests().count(endpoint);
  }
}
