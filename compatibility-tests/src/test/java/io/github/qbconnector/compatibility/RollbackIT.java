package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.AdoptServlet;
import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.compatibility.app.rest.RestApplication;
import io.github.qbconnector.compatibility.app.transactions.UndoneServlet;
import io.github.qbconnector.compatibility.support.Adoption;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.ServerLog;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import io.github.qbconnector.compatibility.support.WithPostgres;
import io.github.qbconnector.simulator.intuit.Rotation;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A token that was rotated on behalf of a caller is stored, whatever becomes of the caller's
 * transaction: Intuit does not roll back. Each kind of caller shares its DataSource with the store;
 * the databases are used as most use them, with two-phase commit, and without transactions.
 */
@GridRow(value = "transactions that callers roll back", section = GridRow.Section.BEANS)
@ExtendWith(WithPostgres.class)
@OnServer
class RollbackIT {
  private static final Pattern GENERATION = Pattern.compile("\"generation\":(\\d+)");
  private static final Pattern TOKEN = Pattern.compile("\"refreshToken\":\"([^\"]+)\"");

  /** Every kind of caller, and where it is asked. */
  private static final Map<String, String> CALLERS =
      Map.of(
          "container-managed", "/undone?by=container-managed&owner=",
          "bean-managed", "/undone?by=bean-managed&owner=",
          "asynchronous", "/undone?by=asynchronous&owner=",
          "timer", "/undone?by=timer&owner=",
          "servlet", "/undone?by=servlet&owner=",
          "resource", "/api/undone?owner=");

  @SuppressWarnings("NullAway.Init") // Arquillian sees to it
  @ArquillianResource
  private Deployer deployer;

  @Deployment(name = "postgres-jta", managed = false, testable = false)
  static WebArchive onPostgres() {
    return war("postgres-jta");
  }

  @Deployment(name = "postgres-xa", managed = false, testable = false)
  static WebArchive onPostgresByTwoPhaseCommit() {
    return war("postgres-xa");
  }

  @Deployment(name = "postgres-plain", managed = false, testable = false)
  static WebArchive onPostgresWithoutTransactions() {
    return war("postgres-plain");
  }

  @Deployment(name = "h2-jta", managed = false, testable = false)
  static WebArchive onH2() {
    return war("h2-jta");
  }

  @Deployment(name = "h2-xa", managed = false, testable = false)
  static WebArchive onH2ByTwoPhaseCommit() {
    return war("h2-xa");
  }

  @Deployment(name = "h2-plain", managed = false, testable = false)
  static WebArchive onH2WithoutTransactions() {
    return war("h2-plain");
  }

  @Deployment(name = "derby-jta", managed = false, testable = false)
  static WebArchive onDerby() {
    return war("derby-jta");
  }

  @Deployment(name = "derby-xa", managed = false, testable = false)
  static WebArchive onDerbyByTwoPhaseCommit() {
    return war("derby-xa");
  }

  @Deployment(name = "derby-plain", managed = false, testable = false)
  static WebArchive onDerbyWithoutTransactions() {
    return war("derby-plain");
  }

  private static WebArchive war(String dataSource) {
    return Wars.configured(dataSource, Wars.jdbcStore("jdbc/" + dataSource))
        .addPackage(UndoneServlet.class.getPackage())
        .addClasses(AdoptServlet.class, HeaderLoginFilter.class, RestApplication.class)
        .addAsWebInfResource("wars/beans.xml", "beans.xml");
  }

  @BeforeEach
  void everyRefreshTokenWorksOnce() {
    TestServer.simulator().intuit().tokens().rotation(Rotation.EVERY_USE).grace(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres-jta", "postgres-xa", "postgres-plain",
        "h2-jta", "h2-xa", "h2-plain",
        "derby-jta", "derby-xa", "derby-plain"
      })
  void aRotatedTokenSurvivesTheRollbackOfEveryKindOfCaller(String dataSource) {
    Browser application = Browser.of(TestServer.url(dataSource));
    ServerLog log = ServerLog.fromNow();
    deployer.deploy(dataSource);
    try {
      assertThat(application.submit("/stored", Map.of()).statusCode()).isEqualTo(204);
      CALLERS.forEach(
          (caller, page) -> {
            String owner = dataSource + "-" + caller;
            Adoption.through(application).of(owner, DropInPromises.PLUMBING);
            rotateAndRollBack(application, page, owner, dataSource.endsWith("plain"));
          });
    } finally {
      deployer.undeploy(dataSource);
    }
    // What this node knew is gone: the stored token is all there is, and any other is dead.
    TestServer.simulator().intuit().grants().expireAccessTokens(DropInPromises.PLUMBING);
    deployer.deploy(dataSource);
    try {
      for (String caller : CALLERS.keySet()) {
        assertThat(application.open("/call?owner=" + dataSource + "-" + caller).body())
            .as(caller)
            .isEqualTo("Northwind Plumbing LLC");
      }
    } finally {
      deployer.undeploy(dataSource);
    }
    assertThat(log.complaints()).isEmpty();
  }

  private static void rotateAndRollBack(
      Browser application, String page, String owner, boolean committedAtOnce) {
    String before = stored(application, "record", owner);
    long rotations = TestServer.simulator().requests().rotations();
    TestServer.simulator().intuit().grants().expireAccessTokens(DropInPromises.PLUMBING);

    assertThat(application.open(page + owner).body()).as(owner).isEqualTo("Northwind Plumbing LLC");

    assertThat(stored(application, "work", owner))
        .as("the own work of %s", owner)
        .isEqualTo(committedAtOnce ? "1" : "0");
    assertThat(TestServer.simulator().requests().rotations()).as(owner).isEqualTo(rotations + 1);
    String after = stored(application, "record", owner);
    assertThat(Long.parseLong(in(after, GENERATION)))
        .as("generation of %s", owner)
        .isEqualTo(Long.parseLong(in(before, GENERATION)) + 1);
    assertThat(in(after, TOKEN)).as("token of %s", owner).isNotEqualTo(in(before, TOKEN));
  }

  private static String stored(Browser application, String what, String owner) {
    return application.open("/stored?what=" + what + "&owner=" + owner).body();
  }

  private static String in(String record, Pattern pattern) {
    Matcher found = pattern.matcher(record);
    assertThat(found.find()).as("%s in %s", pattern, record).isTrue();
    return found.group(1);
  }
}
