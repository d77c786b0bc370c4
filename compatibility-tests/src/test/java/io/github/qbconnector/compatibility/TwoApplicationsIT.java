package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.AdoptServlet;
import io.github.qbconnector.compatibility.app.timers.ScheduledCaller;
import io.github.qbconnector.compatibility.app.transactions.CallServlet;
import io.github.qbconnector.compatibility.app.transactions.CallersDatabase;
import io.github.qbconnector.compatibility.app.transactions.HoldingCaller;
import io.github.qbconnector.compatibility.app.transactions.RushServlet;
import io.github.qbconnector.compatibility.app.transactions.StoredServlet;
import io.github.qbconnector.compatibility.app.transactions.Work;
import io.github.qbconnector.compatibility.support.Adoption;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.Patience;
import io.github.qbconnector.compatibility.support.ServerLog;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import io.github.qbconnector.compatibility.support.WithPostgres;
import io.github.qbconnector.simulator.intuit.Rotation;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two applications of one server have one DataSource and the same connections; refresh tokens work
 * once, so that whoever refreshes without the other ends the connection for both.
 */
@GridRow(value = "timers of two applications", section = GridRow.Section.BEANS)
@ExtendWith(WithPostgres.class)
@OnServer
class TwoApplicationsIT {
  private static final String FIRST = "first";
  private static final String SECOND = "second";
  private static final int CALLERS = 8;
  private static final int ROUNDS = 5;
  private static final String PLUMBER = "Northwind Plumbing LLC";
  private static final String BAKER = "Harbor Street Bakery";

  private final Browser first = Browser.of(TestServer.url(FIRST));
  private final Browser second = Browser.of(TestServer.url(SECOND));

  @Deployment(name = FIRST, testable = false)
  static WebArchive first() {
    return war(FIRST);
  }

  @Deployment(name = SECOND, testable = false)
  static WebArchive second() {
    return war(SECOND);
  }

  private static WebArchive war(String context) {
    return Wars.configured(context, Wars.jdbcStore("jdbc/postgres-jta"))
        .addPackage(ScheduledCaller.class.getPackage())
        .addClasses(AdoptServlet.class, CallServlet.class, StoredServlet.class, RushServlet.class)
        .addClasses(HoldingCaller.class, Work.class, CallersDatabase.class)
        .addAsWebInfResource("wars/beans.xml", "beans.xml");
  }

  @BeforeEach
  void everyRefreshTokenWorksOnce() {
    TestServer.simulator().intuit().tokens().rotation(Rotation.EVERY_USE).grace(Duration.ZERO);
    assertThat(first.submit("/stored", Map.of()).statusCode()).isEqualTo(204);
  }

  @Test
  void whatOneApplicationHasRefreshedTheOtherUses() {
    Adoption.through(first).of("turns", DropInPromises.PLUMBING);
    assertThat(companyThrough(second)).isEqualTo(PLUMBER);

    long rotations = rotations();
    TestServer.simulator().intuit().grants().expireAccessTokens(DropInPromises.PLUMBING);
    assertThat(companyThrough(first)).isEqualTo(PLUMBER);
    assertThat(companyThrough(second)).isEqualTo(PLUMBER);
    assertThat(rotations()).isEqualTo(rotations + 1);

    TestServer.simulator().intuit().grants().expireAccessTokens(DropInPromises.PLUMBING);
    assertThat(companyThrough(second)).isEqualTo(PLUMBER);
    assertThat(companyThrough(first)).isEqualTo(PLUMBER);
    assertThat(rotations()).isEqualTo(rotations + 2);
  }

  @Test
  void callersOfBothAtTheSameMomentMakeOneTokenCallForAll() {
    ServerLog log = ServerLog.fromNow();
    Adoption.through(first).of("rush", DropInPromises.PLUMBING);
    for (int round = 0; round < ROUNDS; round++) {
      long rotations = rotations();
      TestServer.simulator().intuit().grants().expireAccessTokens(DropInPromises.PLUMBING);

      CompletableFuture<String> here = CompletableFuture.supplyAsync(() -> rush(first));
      CompletableFuture<String> there = CompletableFuture.supplyAsync(() -> rush(second));

      assertThat(here.join()).isEqualTo("{%s=%d}".formatted(PLUMBER, CALLERS));
      assertThat(there.join()).isEqualTo("{%s=%d}".formatted(PLUMBER, CALLERS));
      assertThat(rotations()).isEqualTo(rotations + 1);
    }
    assertThat(log.complaints()).isEmpty();
  }

  @Test
  void timersOfBothGoOnThroughARefreshThatOneOfThemMakes() {
    Adoption.through(first).of(ScheduledCaller.OWNER, DropInPromises.BAKERY);
    Map<String, Integer> firstBefore = readsAfter(first, new TreeMap<>());
    Map<String, Integer> secondBefore = readsAfter(second, new TreeMap<>());
    long rotations = rotations();

    TestServer.simulator().intuit().grants().expireAccessTokens(DropInPromises.BAKERY);

    assertThat(failures(readsAfter(first, firstBefore))).isEqualTo(failures(firstBefore));
    assertThat(failures(readsAfter(second, secondBefore))).isEqualTo(failures(secondBefore));
    assertThat(rotations()).isEqualTo(rotations + 1);
  }

  private static long rotations() {
    return TestServer.simulator().requests().rotations();
  }

  private static String companyThrough(Browser application) {
    return application.open("/call?owner=turns").body();
  }

  private static String rush(Browser application) {
    return application.open("/rush?by=holding" + "&owner=rush".repeat(CALLERS)).body();
  }

  /** What the application's timer has met once it has read some times more than before. */
  private static Map<String, Integer> readsAfter(Browser application, Map<String, Integer> before) {
    int enough = before.getOrDefault(BAKER, 0) + 3;
    Map<String, Integer> now =
        Patience.until(
            outcomes -> outcomes.getOrDefault(BAKER, 0) >= enough, () -> outcomes(application));
    assertThat(now.getOrDefault(BAKER, 0)).as("%s", now).isGreaterThanOrEqualTo(enough);
    return now;
  }

  private static Map<String, Integer> failures(Map<String, Integer> outcomes) {
    Map<String, Integer> failures = new TreeMap<>(outcomes);
    failures.remove(BAKER);
    return failures;
  }

  private static Map<String, Integer> outcomes(Browser application) {
    Map<String, Integer> outcomes = new TreeMap<>();
    application
        .open("/outcomes")
        .body()
        .lines()
        .map(line -> line.split("=", 2))
        .forEach(pair -> outcomes.put(pair[0], Integer.valueOf(pair[1])));
    return outcomes;
  }
}
