package io.github.qbconnector.compatibility;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.AdoptServlet;
import io.github.qbconnector.compatibility.app.ClockServlet;
import io.github.qbconnector.compatibility.app.MovableClock;
import io.github.qbconnector.compatibility.app.keys.KeysServlet;
import io.github.qbconnector.compatibility.app.keys.OperatorsConfiguration;
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
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Operators change the store's keys while the application runs. */
@ExtendWith(WithPostgres.class)
@OnServer
class KeyRotationIT {
  private static final String CONTEXT = "keys";
  private static final String KEYS = "quickbooks.store.encryption-keys";
  private static final String OLD = Wars.jdbcStore().getOrDefault(KEYS, "");
  private static final String NEW =
      "n1:"
          + Base64.getEncoder().encodeToString("another-32-bytes-only-for-tests.".getBytes(UTF_8));

  private final Browser application = Browser.of(TestServer.url(CONTEXT));
  private Duration passed = Duration.ZERO;

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
        .addPackage(KeysServlet.class.getPackage())
        .addAsServiceProvider(ConfigSource.class, OperatorsConfiguration.class)
        .addClasses(AdoptServlet.class, ClockServlet.class, MovableClock.class)
        .addClasses(CallServlet.class, Work.class, CallersDatabase.class);
  }

  @BeforeEach
  void connectTwoOwners(Postgres postgres) {
    log = ServerLog.fromNow();
    stored = StoredConnections.none(postgres);
    deployer.deploy(CONTEXT);
    Adoption.through(application).of("ann", DropInPromises.PLUMBING);
    Adoption.through(application).of("ben", DropInPromises.BAKERY);
  }

  @AfterEach
  void undeploy() {
    deployer.undeploy(CONTEXT);
  }

  @Test
  void aServletAndAnEnterpriseBeanAreToldWhichKeySealsAndHowManyConnectionsUseWhich() {
    assertThat(told("servlet")).isEqualTo("t1 seals, in use are {t1=2}");
    assertThat(told("bean")).isEqualTo("t1 seals, in use are {t1=2}");

    configure(NEW);
    Adoption.through(application).of("cal", DropInPromises.BAKERY);

    assertThat(told("servlet")).isEqualTo("n1 seals, in use are {n1=1, t1=2}");
    assertThat(told("bean")).isEqualTo("n1 seals, in use are {n1=1, t1=2}");
  }

  @Test
  void aNewFirstKeySealsAllConnectionsThoughNobodyUsesTheApplication() {
    long generation = stored.generation("ann");
    configure(NEW + "," + OLD);
    pass(Duration.ofHours(2));

    assertThat(sealedBy("n1", 2)).isEqualTo(Map.of("n1", 2L));

    assertThat(logged("QBC0304: all connections are sealed with key n1 now"))
        .doesNotContain("QBC0301");
    assertThat(told("servlet")).isEqualTo("n1 seals, in use are {n1=2}");
    assertThat(stored.generation("ann")).isEqualTo(generation);
    configure(NEW);
    assertThat(companyOf("ann")).isEqualTo("Northwind Plumbing LLC");
    assertThat(companyOf("ben")).isEqualTo("Harbor Street Bakery");
  }

  @Test
  void aKeyThatIsRemovedTooSoonIsReportedAndEveryRowStaysAsItIsUntilTheKeyComesBack() {
    String ann = stored.row("ann");
    String ben = stored.row("ben");
    configure(NEW);
    pass(Duration.ofHours(2));

    assertThat(logged("QBC0304: 2 connections are still sealed with key t1"))
        .contains("QBC0301")
        .contains("nothing was deleted");
    assertThat(told("bean")).isEqualTo("n1 seals, in use are {t1=2}");
    assertThat(stored.row("ann")).isEqualTo(ann);
    assertThat(stored.row("ben")).isEqualTo(ben);

    configure(NEW + "," + OLD);
    pass(Duration.ofHours(2));

    assertThat(sealedBy("n1", 2)).isEqualTo(Map.of("n1", 2L));
    assertThat(companyOf("ann")).isEqualTo("Northwind Plumbing LLC");
    assertThat(companyOf("ben")).isEqualTo("Harbor Street Bakery");
  }

  /** Changes the keys, and lets the second pass in which the configuration is not read again. */
  private void configure(String keys) {
    assertThat(application.submit("/configuration", Map.of(KEYS, keys)).statusCode())
        .isEqualTo(204);
    pass(Duration.ofSeconds(2));
  }

  private void pass(Duration time) {
    passed = passed.plus(time);
    assertThat(application.submit("/clock", Map.of("plus", passed.toString())).statusCode())
        .isEqualTo(204);
  }

  private Map<String, Long> sealedBy(String key, long connections) {
    return Patience.until(Map.of(key, connections)::equals, stored::byKey);
  }

  private String logged(String message) {
    return Patience.until(text -> text.contains(message), log::text);
  }

  private String told(String caller) {
    return application.open("/keys?by=" + caller).body();
  }

  private String companyOf(String owner) {
    return application.open("/call?owner=" + owner).body();
  }
}
