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
import io.github.qbconnector.compatibility.support.Postgres;
import io.github.qbconnector.compatibility.support.ServerLog;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import io.github.qbconnector.compatibility.support.WithPostgres;
import io.github.qbconnector.simulator.intuit.Rotation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Callers that hold the connections of a pool while they wait for the connector, which needs one of
 * the same pool, do not wait for ever: the connector has one already.
 */
@GridRow(value = "callers that hold all connections of a pool", section = GridRow.Section.BEANS)
@ExtendWith(WithPostgres.class)
@OnServer
class PoolOfTwoIT {
  private static final int CALLERS = 50;
  private static final String TWO = "two";
  private static final String WIDE = "wide";
  private static final String ALL_READ = "{Northwind Plumbing LLC=" + CALLERS + "}";

  @SuppressWarnings("NullAway.Init") // Arquillian sees to it
  @ArquillianResource
  private Deployer deployer;

  private final Browser two = Browser.of(TestServer.url(TWO));
  private final Browser wide = Browser.of(TestServer.url(WIDE));

  @Deployment(name = TWO, managed = false, testable = false)
  static WebArchive onPoolOfTwo() {
    return war(TWO);
  }

  @Deployment(name = WIDE, testable = false)
  static WebArchive onWidePool() {
    return war(WIDE);
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

  @Test
  void fiftyBeansThatHoldAConnectionAndNeedARefreshForOwnersOfTheirOwnAllEnd() {
    assertThat(afterExpiry(owners("own"))).isEqualTo(CALLERS);
  }

  @Test
  void fiftyBeansThatHoldAConnectionAndNeedTheSameRefreshAllEnd() {
    List<String> same = IntStream.range(0, CALLERS).mapToObj(i -> "one-for-all").toList();

    assertThat(afterExpiry(same)).isEqualTo(1);
  }

  @Test
  void callersWhoHoldAllConnectionsBeforeTheConnectorWasEverUsedEndToo() {
    List<String> owners = owners("early");
    adoptThrough(wide, owners);
    ServerLog log = ServerLog.fromNow();
    deployer.deploy(TWO);
    try {
      createTheApplicationsTable();
      TestServer.simulator().intuit().grants().expireAccessTokens(DropInPromises.PLUMBING);

      assertThat(rush(two, "holding", owners)).isEqualTo(ALL_READ);
    } finally {
      deployer.undeploy(TWO);
    }
    assertThat(log.complaints()).isEmpty();
  }

  @Test
  void theConnectorNeverUsesMoreThanTwoConnectionsOfAPool(Postgres postgres) {
    List<String> owners = owners("wide");
    adoptThrough(wide, owners);
    TestServer.simulator().intuit().grants().expireAccessTokens(DropInPromises.PLUMBING);

    assertThat(rush(wide, "calling", owners)).isEqualTo(ALL_READ);

    // The pool keeps what was ever used at a time, and not even the application uses this one.
    assertThat(postgres.sessions(WIDE)).isBetween(1L, 2L);
  }

  /** Lets all tokens expire, and all callers call at once; answers how often tokens rotated. */
  private long afterExpiry(List<String> owners) {
    ServerLog log = ServerLog.fromNow();
    deployer.deploy(TWO);
    try {
      createTheApplicationsTable();
      adoptThrough(two, owners);
      long rotations = TestServer.simulator().requests().rotations();
      TestServer.simulator().intuit().grants().expireAccessTokens(DropInPromises.PLUMBING);

      assertThat(rush(two, "holding", owners)).isEqualTo(ALL_READ);

      assertThat(log.complaints()).isEmpty();
      return TestServer.simulator().requests().rotations() - rotations;
    } finally {
      deployer.undeploy(TWO);
    }
  }

  private static List<String> owners(String name) {
    return IntStream.range(0, CALLERS).mapToObj(i -> name + "-" + i).toList();
  }

  /** By a connection of the application's own, from the same pool. */
  private void createTheApplicationsTable() {
    assertThat(two.submit("/stored", Map.of()).statusCode()).isEqualTo(204);
  }

  private static void adoptThrough(Browser application, List<String> owners) {
    owners.stream()
        .distinct()
        .forEach(owner -> Adoption.through(application).of(owner, DropInPromises.PLUMBING));
  }

  private static String rush(Browser application, String by, List<String> owners) {
    return application
        .open(
            owners.stream()
                .map(owner -> "&owner=" + owner)
                .collect(Collectors.joining("", "/rush?by=" + by, "")))
        .body();
  }
}
