package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.qbconnector.compatibility.app.AdoptServlet;
import io.github.qbconnector.compatibility.app.callers.Errand;
import io.github.qbconnector.compatibility.app.transactions.CallersDatabase;
import io.github.qbconnector.compatibility.app.transactions.StoredServlet;
import io.github.qbconnector.compatibility.app.transactions.Undone;
import io.github.qbconnector.compatibility.support.Adoption;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.GridCells;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.Patience;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import io.github.qbconnector.simulator.intuit.Rotation;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every part of an application that calls QuickBooks, with its own work in the same
 * transaction. Each class names the callers of its kind by a method {@code callers}.
 */
@OnServer
abstract class CallerPromises {
  private static final Pattern GENERATION = Pattern.compile("\"generation\":(\\d+)");

  /** Marks the one test of servers that are not able. */
  static final String UNABLE = "unable";

  static final String NOBODY = "NotConnectedException QBC0105";
  static final String NOT_CONNECTED = "NotConnectedException QBC0101";
  private static final String ENDED = "ReconnectRequiredException QBC0102";
  private static final String PLUMBER = "Northwind Plumbing LLC";

  private final String context;
  private final Browser nobody;

  CallerPromises(String context) {
    this.context = context;
    this.nobody = Browser.of(TestServer.url(context));
  }

  /** A WAR with what all callers need; its pages below {@code /members/} ask for a login. */
  static WebArchive war(String context) {
    return Wars.configured(context, Wars.jdbcStore("jdbc/h2-xa"))
        .addPackage(Errand.class.getPackage())
        .addClasses(AdoptServlet.class, CallersDatabase.class, StoredServlet.class, Undone.class)
        .addAsWebInfResource("wars/beans.xml", "beans.xml")
        .setWebXML("wars/members-login.xml");
  }

  @BeforeEach
  void everyRefreshTokenWorksOnce(TestInfo test) {
    TestServer.simulator().intuit().tokens().rotation(Rotation.EVERY_USE).grace(Duration.ZERO);
    boolean able = isServerAble();
    assumeTrue(able != test.getTags().contains(UNABLE));
    if (able) {
      assertThat(nobody.submit("/stored", Map.of()).statusCode()).isEqualTo(204);
    }
  }

  /** Whether the server has what callers of this kind are called by. */
  boolean isServerAble() {
    return true;
  }

  @ParameterizedTest
  @MethodSource("callers")
  void theBooksOfANamedOwnerAreReadWithNobodyLoggedIn(String by) {
    String owner = connected(by);
    long before = work(owner);

    assertThat(asked(null, by, owner, false)).isEqualTo(owner + ": " + PLUMBER);
    assertThat(Patience.until(work -> work > before, () -> work(owner))).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @MethodSource("callers")
  void whereNobodyIsLoggedInAndNoOwnerIsNamedThatIsSaid(String by) {
    assertThat(asked(null, by, "", false)).isEqualTo(NOBODY);
  }

  @ParameterizedTest
  @MethodSource("callers")
  void anExceptionOfOursIsCaughtByTypeAndUndoesTheCallersWork(String by) {
    String stranger = context + "-stranger-" + by;
    assertThat(asked(null, by, stranger, false)).isEqualTo(NOT_CONNECTED);
    assertThat(work(stranger)).isZero();

    String owner = connected(by);
    long before = work(owner);
    TestServer.simulator().intuit().grants().revoke(DropInPromises.PLUMBING);
    assertThat(asked(null, by, owner, false)).isEqualTo(ENDED);
    assertThat(work(owner)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("callers")
  void aTokenThatWasRenewedOnTheWaySurvivesTheCallersRollback(String by) {
    String owner = connected(by);
    long before = work(owner);
    long generation = generation(owner);
    TestServer.simulator().intuit().grants().expireAccessTokens(DropInPromises.PLUMBING);

    assertThat(asked(null, by, owner, true)).isEqualTo("undone after " + owner + ": " + PLUMBER);

    assertThat(work(owner)).isEqualTo(before);
    assertThat(generation(owner)).isEqualTo(generation + 1);
    TestServer.simulator().intuit().grants().expireAccessTokens(DropInPromises.PLUMBING);
    assertThat(asked(null, by, owner, false)).isEqualTo(owner + ": " + PLUMBER);
  }

  /** What comes of an errand that somebody who is logged in, or nobody, sends a caller on. */
  String asked(@Nullable String user, String by, String owner, boolean undone) {
    String parameters = "ask?by=%s&owner=%s&undone=%s".formatted(by, owner, undone);
    return user == null
        ? nobody.open("/" + parameters).body()
        : nobody.knownToTheContainer(user).open("/members/" + parameters).body();
  }

  /** Callers who know who is logged in, since the container does. */
  final void assertThatWhoIsLoggedInOwnsWhatIsRead(String by) {
    Adoption.through(nobody).of("alice", DropInPromises.BAKERY);

    assertThat(asked("alice", by, "", false)).isEqualTo("alice: Harbor Street Bakery");
    assertThat(asked(null, by, "", false)).as("afterwards").isEqualTo(NOBODY);
  }

  /** Callers on other threads, to which not every server takes who is logged in. */
  final void assertThatWhoIsLoggedInIsKnownThereOrHasToBeNamed(String by) {
    Adoption.through(nobody).of("alice", DropInPromises.BAKERY);

    if (asked("alice", by, "", false).equals(NOBODY)) {
      assertThat(asked("alice", by, "alice", false)).isEqualTo("alice: Harbor Street Bakery");
      GridCells.explain(
          getClass(),
          "the server does not take the caller to other threads, and a call there says QBC0105:"
              + " name the owner");
    } else {
      assertThatWhoIsLoggedInOwnsWhatIsRead(by);
    }
  }

  /** Callers who work later, and for nobody. */
  final void assertThatItDoesNotMatterWhoIsLoggedIn(String by) {
    Adoption.through(nobody).of("alice", DropInPromises.BAKERY);

    assertThat(asked("alice", by, "", false)).isEqualTo(NOBODY);
    assertThat(asked("alice", by, "alice", false)).isEqualTo("alice: Harbor Street Bakery");
  }

  final Browser nobody() {
    return nobody;
  }

  /** An owner with a connection. */
  final String connected(String by) {
    String owner = context + "-" + by;
    Adoption.through(nobody).of(owner, DropInPromises.PLUMBING);
    return owner;
  }

  private long work(String owner) {
    return Long.parseLong(stored("work", owner));
  }

  private long generation(String owner) {
    Matcher found = GENERATION.matcher(stored("record", owner));
    assertThat(found.find()).as("the record of %s", owner).isTrue();
    return Long.parseLong(found.group(1));
  }

  private String stored(String what, String owner) {
    return nobody.open("/stored?what=" + what + "&owner=" + owner).body();
  }
}
