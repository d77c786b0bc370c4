package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.Postgres;
import io.github.qbconnector.compatibility.support.ServerLog;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An application that starts before its database. */
@OnServer
class LateDatabaseIT {
  private static final String CONTEXT = "late";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final Browser somebody = Browser.of(TestServer.url(CONTEXT)).knownToTheApplication("lea");

  @SuppressWarnings("NullAway.Init") // Arquillian sees to it
  @ArquillianResource
  private Deployer deployer;

  @Deployment(name = CONTEXT, managed = false, testable = false)
  static WebArchive war() {
    return Wars.configured(CONTEXT, Wars.jdbcStore("jdbc/late"))
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class, HeaderLoginFilter.class);
  }

  @AfterEach
  void undeploy() {
    deployer.undeploy(CONTEXT);
  }

  @Test
  void aDatabaseThatIsAwayAtDeploymentIsSaidToBeAndUsedAsSoonAsItComes() {
    ServerLog log = ServerLog.fromNow();
    deployer.deploy(CONTEXT);
    HttpResponse<String> page = somebody.open(DropInPromises.GATED);
    HttpResponse<String> script = somebody.fetch(DropInPromises.GATED);

    assertThat(page.statusCode()).as(page.body()).isEqualTo(503);
    assertThat(script.statusCode()).as(script.body()).isEqualTo(503);
    assertThat(script.body())
        .contains("\"state\":\"CHECKING\"")
        .contains("\"reason\":\"STORE_UNAVAILABLE\"");

    assertThat(log.text()).contains("QBC0302: ").contains("quickbooks.store.data-source");

    try (Postgres late = Postgres.startLate()) {
      awaitTheConnectPage();
      assertThat(
              new ConnectJourney(somebody).from(DropInPromises.GATED, DropInPromises.BAKERY).body())
          .isEqualTo("company=Harbor Street Bakery");
      assertThat(log.text()).contains("QBC0302: the store of QuickBooks connections answers again");
      assertThat(late.sessions(CONTEXT)).isBetween(1L, 2L);
    }
  }

  private void awaitTheConnectPage() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (somebody.open(DropInPromises.GATED).statusCode() == 503 && System.nanoTime() < end) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }
}
