package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.ControlServlet;
import io.github.qbconnector.compatibility.app.Databases;
import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.compatibility.app.HeldServlet;
import io.github.qbconnector.compatibility.app.SessionsServlet;
import io.github.qbconnector.compatibility.app.desktop.PingServlet;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.Crowd;
import io.github.qbconnector.compatibility.support.Desktops;
import io.github.qbconnector.compatibility.support.Figures;
import io.github.qbconnector.compatibility.support.LinkJourney;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.ServerProcess;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
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
  private static final String CONTEXT = "redeployed";
  private static final String MACHINE = "/machine/ping";
  private static final String CONTROL = "redeployed-control";
  private static final String EXTENSION = "io.github.qbconnector.impl.cdi.QuickBooksExtension";
  // Each look at the server takes the better part of a second; an idle HTTP client ends in three.
  private static final int LOOKS = 6;
  private static final int THREADS = 64;

  @SuppressWarnings("NullAway.Init") // Arquillian sees to it
  @ArquillianResource
  private Deployer deployer;

  private final Browser database = Browser.of(TestServer.url("sessions"));

  @Deployment(name = "sessions", testable = false)
  static WebArchive sessions() {
    return Wars.plain("sessions")
        .addClasses(SessionsServlet.class, HeldServlet.class, Databases.class);
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
            Databases.class,
            HeaderLoginFilter.class);
  }

  @Test
  void tenRedeploymentsLeaveNoLoaderNoThreadAndNoDatabaseConnectionBehind() {
    ServerProcess server = ServerProcess.find();
    for (int round = 0; round < ROUNDS; round++) {
      useControl();
    }
    // Servers and the JDK remember who was last; another application takes that place.
    useConnector("user-0");
    giveEveryThreadAnotherRequest();
    int controlLoaders = least(server, () -> server.instances(ControlServlet.Marker.class), 0);
    useControl();
    giveEveryThreadAnotherRequest();
    int loadersBefore = loaders(server, 0);
    int extensionsBefore = extensions(server, 0);

    long sessions = databaseSessions();
    long begin = System.nanoTime();
    for (int round = 1; round <= ROUNDS; round++) {
      useConnector("user-" + round);
    }
    long millis = (System.nanoTime() - begin) / 1_000_000 / ROUNDS;
    useControl();
    giveEveryThreadAnotherRequest();

    int loaders = loaders(server, loadersBefore) - loadersBefore;
    int extensions = extensions(server, extensionsBefore) - extensionsBefore;
    int clients = least(server, () -> server.threadsNamed("HttpClient-"), 0);
    int ours = server.threadsIn("io.github.qbconnector");
    long moreSessions = Math.max(0, databaseSessions() - sessions);
    Figures.add("redeploy.rounds", ROUNDS);
    Figures.add("redeploy.round-millis", millis);
    Figures.add("redeploy.loaders-left", loaders);
    Figures.add("redeploy.loaders-left-by-control", controlLoaders);
    Figures.add("redeploy.extensions-left", extensions);
    Figures.add("redeploy.http-client-threads-left", clients);
    Figures.add("redeploy.threads-in-our-code", ours);
    Figures.add("redeploy.database-connections-left", moreSessions);

    assertThat(loaders).as("class loaders").isLessThanOrEqualTo(controlLoaders);
    assertThat(extensions).as("extensions").isLessThanOrEqualTo(controlLoaders);
    assertThat(clients).as("threads of HTTP clients").isZero();
    assertThat(ours).as("threads in our code").isZero();
    assertThat(moreSessions).as("database connections").isZero();
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

  private static int loaders(ServerProcess server, int enough) {
    return least(server, () -> server.instances(CompanyServlet.Marker.class), enough);
  }

  private static int extensions(ServerProcess server, int enough) {
    return least(server, () -> server.instances(EXTENSION), enough);
  }

  /** An idle thread of a server may keep the request it served last, and so a class loader. */
  private static void giveEveryThreadAnotherRequest() {
    URI held = URI.create(TestServer.url("sessions") + "/held");
    assertThat(new Crowd(held, "anybody").ask(THREADS, THREADS).byStatus())
        .isEqualTo(Map.of(200, THREADS));
  }

  private long databaseSessions() {
    return Long.parseLong(database.open("/sessions").body());
  }

  /** The smallest count that collecting garbage leads to: low enough, or for long the same. */
  private static int least(ServerProcess server, IntSupplier count, int enough) {
    int least = Integer.MAX_VALUE;
    for (int unchanged = 0; unchanged < LOOKS && least > enough; unchanged++) {
      server.collectGarbage();
      int seen = count.getAsInt();
      unchanged = seen < least ? 0 : unchanged;
      least = Math.min(least, seen);
    }
    return least;
  }
}
