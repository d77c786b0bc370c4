package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.AdoptServlet;
import io.github.qbconnector.compatibility.app.ClockServlet;
import io.github.qbconnector.compatibility.app.MovableClock;
import io.github.qbconnector.compatibility.app.own.ConnectionDiary;
import io.github.qbconnector.compatibility.app.own.DiaryServlet;
import io.github.qbconnector.compatibility.app.transactions.CallServlet;
import io.github.qbconnector.compatibility.app.transactions.CallersDatabase;
import io.github.qbconnector.compatibility.app.transactions.Work;
import io.github.qbconnector.compatibility.support.Adoption;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.Patience;
import io.github.qbconnector.compatibility.support.Postgres;
import io.github.qbconnector.compatibility.support.ServerLog;
import io.github.qbconnector.compatibility.support.StoredConnections;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import io.github.qbconnector.compatibility.support.WithPostgres;
import io.github.qbconnector.simulator.intuit.Rotation;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On threads of the server's, connections that nobody uses are looked after. */
@ExtendWith(WithPostgres.class)
@OnServer
class IdleConnectionIT {
  private static final String CONTEXT = "idle";

  private final Browser application = Browser.of(TestServer.url(CONTEXT));

  @SuppressWarnings("NullAway.Init") // Arquillian sees to it
  @ArquillianResource
  private Deployer deployer;

  @SuppressWarnings("NullAway.Init") // set before each test
  private ServerLog log;

  @SuppressWarnings("NullAway.Init") // set before each test
  private StoredConnections stored;

  @Deployment(name = CONTEXT, managed = false, testable = false)
  static WebArchive war() {
    return Wars.configured(CONTEXT, Wars.jdbcStore(StoredConnections.DATA_SOURCE))
        .addClasses(AdoptServlet.class, ClockServlet.class, MovableClock.class)
        .addClasses(ConnectionDiary.class, DiaryServlet.class)
        .addClasses(CallServlet.class, Work.class, CallersDatabase.class);
  }

  @BeforeEach
  void deploy(Postgres postgres) {
    log = ServerLog.fromNow();
    stored = StoredConnections.none(postgres);
    deployer.deploy(CONTEXT);
  }

  @AfterEach
  void undeploy() {
    deployer.undeploy(CONTEXT);
  }

  @Test
  void theStartMessageMissesNothingOnAServerThatLendsThreadsAndKeepsSchedules() {
    assertThat(log.text())
        .contains("QBC0000: QuickBooks Connector: default is ONLINE CUSTOM")
        .doesNotContain("no managed executor")
        .doesNotContain("no managed threads")
        .doesNotContain("no scheduled executor");
  }

  @Test
  void aConnectionThatNobodyUsesIsRenewedLongBeforeItLapses() {
    TestServer.simulator().intuit().tokens().rotation(Rotation.EVERY_USE).grace(Duration.ZERO);
    Adoption.through(application).of("ida", DropInPromises.PLUMBING);
    long generation = stored.generation("ida");
    long rotations = TestServer.simulator().requests().rotations();

    pass(Duration.ofDays(31));

    assertThat(Patience.until(now -> now > generation, () -> stored.generation("ida")))
        .isEqualTo(generation + 1);
    assertThat(TestServer.simulator().requests().rotations()).isEqualTo(rotations + 1);
    assertThat(application.open("/call?owner=ida").body()).isEqualTo("Northwind Plumbing LLC");
    assertThat(TestServer.simulator().requests().rotations()).isEqualTo(rotations + 1);
  }

  @Test
  void theApplicationsObserverHearsOfAConnectionThatEndsForGoodSoon() {
    TestServer.simulator().intuit().tokens().hardLifetime(Duration.ofDays(20));
    Adoption.through(application).of("eva", DropInPromises.PLUMBING);

    pass(Duration.ofHours(2));

    assertThat(
            Patience.until(
                diary -> diary.contains("expires"), () -> application.open("/diary").body()))
        .containsOnlyOnce("eva expires");
    assertThat(log.text()).containsOnlyOnce("QBC0307");
  }

  private void pass(Duration time) {
    assertThat(application.submit("/clock", Map.of("plus", time.toString())).statusCode())
        .isEqualTo(204);
  }
}
