package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.ConfigurationReleaser;
import io.github.qbconnector.compatibility.app.ControlServlet;
import io.github.qbconnector.compatibility.app.Databases;
import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.compatibility.app.MBeansServlet;
import io.github.qbconnector.compatibility.app.SessionsServlet;
import io.github.qbconnector.compatibility.app.desktop.PingServlet;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.Desktops;
import io.github.qbconnector.compatibility.support.Figures;
import io.github.qbconnector.compatibility.support.Leftovers;
import io.github.qbconnector.compatibility.support.LinkJourney;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.Patience;
import io.github.qbconnector.compatibility.support.ServerProcess;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * A WAR that was used and is undeployed leaves nothing. Servers keep some loaders of their own
 * accord, so the measure is what the same rounds of a WAR without the connector leave. What was
 * there before the rounds does not count: a driver, for instance, keeps the stack of its first
 * failure for good, and so the classes on it, whosever they are.
 */
@OnServer
class RedeploymentIT {
  private static final int ROUNDS = 10;
  private static final int CONTROL_ROUNDS = 10;
  private static final String CONTEXT = "redeployed";
  private static final String MACHINE = "/machine/ping";
  private static final String CONTROL = "redeployed-control";
  private static final String MARKER = CompanyServlet.Marker.class.getName();
  private static final String CONTROL_MARKER = ControlServlet.Marker.class.getName();

  @SuppressWarnings("NullAway.Init") // Arquillian sees to it
  @ArquillianResource
  private Deployer deployer;

  private final Browser database = Browser.of(TestServer.url("sessions"));

  @Deployment(name = "sessions", testable = false)
  static WebArchive sessions() {
    return Wars.plain("sessions")
        .addClasses(SessionsServlet.class, MBeansServlet.class, Databases.class);
  }

  @Deployment(name = CONTEXT, managed = false, testable = false)
  static WebArchive withUs() {
    Map<String, String> keys = new HashMap<>(Wars.jdbcStore());
    keys.put("quickbooks.connectors", "desktop");
    keys.putAll(Desktops.keys("quickbooks.connector.desktop."));
    keys.put("quickbooks.connector.desktop.gate.url-patterns", "/machine/*");
    return Wars.configured(CONTEXT, keys)
        .addClasses(
            CompanyServlet.class,
            CompanyServlet.Marker.class,
            PingServlet.class,
            HeaderLoginFilter.class);
  }

  @Deployment(name = CONTROL, managed = false, testable = false)
  static WebArchive control() {
    return Wars.plain(CONTROL)
        .addClasses(
            ControlServlet.class,
            ControlServlet.Marker.class,
            ControlServlet.Greeting.class,
            ControlServlet.Count.class,
            ConfigurationReleaser.class,
            Databases.class,
            HeaderLoginFilter.class);
  }

  @Test
  void tenRedeploymentsLeaveNothingBehind() {
    ServerProcess server = ServerProcess.find();
    Leftovers start = Leftovers.in(server, CONTROL_MARKER);
    rounds(CONTROL_ROUNDS, round -> useControl());
    // Servers and the JDK remember who was last; another application takes that place.
    useConnector("user-0");
    Leftovers byControl = Leftovers.in(server, CONTROL_MARKER).minus(start);
    useControl();
    Leftovers before = Leftovers.in(server, MARKER);
    MBeans mBeansBefore = mBeans();
    long sessions = databaseSessions();

    long begin = System.nanoTime();
    rounds(ROUNDS / 2, round -> useConnector("user-" + round));
    useControl();
    Leftovers half = Leftovers.in(server, MARKER, before).minus(before);
    MBeans mBeansHalf = mBeans();
    rounds(ROUNDS / 2, round -> useConnector("later-user-" + round));
    long millis = (System.nanoTime() - begin) / 1_000_000 / ROUNDS;
    useControl();

    Leftovers left = Leftovers.in(server, MARKER, before).minus(before);
    MBeans mBeans = mBeans();
    int clients = Patience.until(count -> count == 0, () -> server.threadsNamed("HttpClient-"));
    int ours = server.threadsIn("io.github.qbconnector");
    long moreSessions = Math.max(0, databaseSessions() - sessions);
    Figures.add("redeploy.rounds", ROUNDS);
    Figures.add("redeploy.round-millis", millis);
    Figures.add("redeploy.loaders-left", left.loaders());
    Figures.add("redeploy.loaders-left-by-control", byControl.loaders());
    Figures.add("redeploy.extensions-left", left.extensions());
    Figures.add("redeploy.timers-left", left.timers());
    // A figure only: a task of ours would keep the loader of what it runs, and servers have others.
    Figures.add("redeploy.scheduled-tasks-left", left.tasks());
    Figures.add("redeploy.scheduled-tasks-left-by-control", byControl.tasks());
    Figures.add("redeploy.mbeans-left", mBeans.count() - mBeansBefore.count());
    Figures.add("redeploy.http-client-threads-left", clients);
    Figures.add("redeploy.threads-in-our-code", ours);
    Figures.add("redeploy.database-connections-left", moreSessions);

    // One that is kept is remembered; ten rounds that leave more than five are a leak.
    int kept = Math.max(byControl.loaders(), half.loaders());
    assertThat(left.loaders()).as("class loaders").isLessThanOrEqualTo(kept);
    assertThat(left.extensions()).as("extensions").isLessThanOrEqualTo(kept);
    assertThat(clients).as("threads of HTTP clients").isZero();
    assertThat(ours).as("threads in our code").isZero();
    assertThat(moreSessions).as("database connections").isZero();
    assertThat(mBeans.ofTheApplication()).as("MBeans of the application").isEmpty();
    // Servers have timers and MBeans of their own, which come and go.
    assertThat(left.timers() - half.timers()).as("timers").isLessThan(ROUNDS / 2);
    assertThat(mBeans.count() - mBeansHalf.count()).as("MBeans").isLessThan(ROUNDS / 2);
  }

  @Test
  void connectionsOfBothProductsSurviveARedeployment() {
    Browser wanda = Browser.of(TestServer.url(CONTEXT)).knownToTheApplication("wanda");
    useConnector("wanda");

    deployer.deploy(CONTEXT);
    try {
      assertThat(wanda.open(DropInPromises.GATED).body()).isEqualTo("company=Harbor Street Bakery");
      assertThat(wanda.open(MACHINE).body()).isEqualTo("CONNECTED PING");
    } finally {
      deployer.undeploy(CONTEXT);
    }
  }

  private void useConnector(String user) {
    deployer.deploy(CONTEXT);
    try {
      Browser browser = Browser.of(TestServer.url(CONTEXT)).knownToTheApplication(user);
      assertThat(
              new ConnectJourney(browser).from(DropInPromises.GATED, DropInPromises.BAKERY).body())
          .isEqualTo("company=Harbor Street Bakery");
      assertThat(new LinkJourney(browser).from(MACHINE).body()).isEqualTo("CONNECTED PING");
    } finally {
      deployer.undeploy(CONTEXT);
    }
  }

  private void useControl() {
    deployer.deploy(CONTROL);
    try {
      assertThat(Browser.of(TestServer.url(CONTROL)).open(DropInPromises.GATED).body())
          .isEqualTo("hello number 1");
    } finally {
      deployer.undeploy(CONTROL);
    }
  }

  private static void rounds(int count, IntConsumer round) {
    IntStream.rangeClosed(1, count).forEach(round);
  }

  private long databaseSessions() {
    return Long.parseLong(database.open("/sessions").body());
  }

  private MBeans mBeans() {
    return new MBeans(database.open("/mbeans").body().lines().toList());
  }

  /** The MBeans of the server, by name and class. */
  private record MBeans(List<String> registered) {
    int count() {
      return registered.size();
    }

    List<String> ofTheApplication() {
      return registered.stream()
          .filter(bean -> !bean.contains(CONTROL))
          .filter(bean -> bean.contains(CONTEXT) || bean.contains("io.github.qbconnector.impl"))
          .toList();
    }
  }
}
