package io.github.qbconnector.sample.it;

import static io.github.qbconnector.sample.it.Intuit.HARBOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * No token, key or client secret reaches a log, a page, a session or an exception. Comes after all
 * other journeys and looks at what they left behind too; alone it still has its own.
 */
@Order(Integer.MAX_VALUE)
class SecretsIT extends HttpJourney {

  @Test
  void noSecretOfAnyJourneyIsInALogOrAPage() throws IOException {
    walkEverywhere();

    assertThat(Secrets.ISSUED.census().keySet())
        .as("what was looked for")
        .contains(
            "access_token",
            "refresh_token",
            "id_token",
            "code",
            "code_verifier",
            "client secret",
            "client authentication",
            "secret key",
            "publishable key",
            "auth flow",
            "invitation",
            "encryption key",
            "cookie JSESSIONID",
            "cookie LtpaToken2",
            "cookie qbc-flow-",
            "cookie qbc-browser");
    assertThat(logs()).as("logs").hasSizeGreaterThanOrEqualTo(2);
    assertThat(leaksInLogs()).isEmpty();
    assertThat(Browser.RECEIVED).hasSizeGreaterThan(10);
    assertThat(leaksInPages()).isEmpty();
  }

  @Test
  void theConnectorDoesSayMuchAtTheFinestLevel() throws IOException {
    walkEverywhere();

    // Otherwise the logs would be clean because they are empty.
    assertThat(String.join("", logs())).contains("QBC0", "A ping failed");
  }

  @Test
  void aSessionHoldsNothingOfTheConnector() {
    Person hanna = Person.loggedIn("hanna");
    hanna.connects(HARBOR);

    String session = hanna.browser().open("/probe/session").body();

    assertThat(session).as("the application's own things are there").contains("CsrfToken");
    assertThat(session).doesNotContain("io.github.qbconnector.impl");
    assertThat(Secrets.ISSUED.foundIn(session)).isEmpty();
  }

  @Test
  void aSessionHoldsNothingOfASetUp() {
    Person june = Person.loggedIn("june");
    Page leaving = june.browser().pressOnly(waiting(june), DesktopOwner.HERE, Map.of());
    assertThat(leaving.name()).isEqualTo("leaving");

    String session = june.browser().open("/probe/session").body();

    assertThat(session).as("the application's own things are there").contains("CsrfToken");
    assertThat(session).doesNotContain("io.github.qbconnector.impl");
    assertThat(Secrets.ISSUED.foundIn(session)).isEmpty();
  }

  @Test
  void aLeakWouldBeFound() throws IOException {
    String marker = "planted-" + UUID.randomUUID(); // an older run's logs may be there too
    assertThat(leaksInLogs()).isEmpty();

    assertStatus(probe("log?text=" + marker)).isEqualTo(200);
    Secrets planted = new Secrets();
    planted.add("planted", marker);
    awaitInLogs(marker);

    assertThat(logs().stream().flatMap(log -> planted.foundIn(log).stream()))
        .containsOnly("planted");
  }

  @Test
  void aLeakOnAPageWouldBeFound() {
    Person hanna = Person.loggedIn("hanna");
    URI callback = hanna.consents(hanna.begins(), HARBOR);
    hanna.losesTheSession();

    Page hop = hanna.browser().open(callback);

    // The one page that repeats a code: to the browser that has just brought it.
    assertThat(Secrets.ISSUED.foundIn(hop.body())).isEmpty();
    Secrets sharper = new Secrets();
    sharper.add("code", hop.url().getQuery().replaceAll(".*code=([^&]+).*", "$1"));
    assertThat(sharper.foundIn(hop.body())).contains("code");
  }

  @Test
  void aLeakOfASetUpWouldBeFound() throws IOException {
    Person june = Person.loggedIn("june");
    Page waiting = waiting(june);
    Page leaving = june.browser().pressOnly(waiting, DesktopOwner.HERE, Map.of());

    // The pages that hand them on hold them, and would not be let through under another name.
    assertThat(Secrets.ISSUED.foundIn(waiting.body())).contains("invitation");
    assertThat(Secrets.ISSUED.foundIn(leaving.body(), allowedOn(waiting))).isPresent();
    String marker = "auth_sess_client_secret_planted" + UUID.randomUUID();
    assertStatus(probe("log?text=" + marker)).isEqualTo(200);
    Secrets planted = new Secrets();
    planted.addTokensIn(marker);
    awaitInLogs(marker);
    assertThat(logs().stream().flatMap(log -> planted.foundIn(log).stream()))
        .containsOnly("auth flow");
  }

  /** A connection, its renewal, its failures in every tone, and its end. */
  private void walkEverywhere() {
    walkOnline();
    walkOnDesktop();
  }

  private void walkOnline() {
    Person hanna = Person.loggedIn("hanna");
    hanna.browser().open(hanna.cancels(hanna.begins()));
    hanna.connects(HARBOR);
    hanna.gatedPage();
    hanna.presses("#check");
    hanna.presses("#sync-now");
    hanna.browser().open("/quickbooks/status");
    hanna.browser().open("/probe/session");
    for (Fault fault :
        List.of(
            Fault.status(500), Fault.of(FaultKind.DROP_AFTER_SEND), Fault.of(FaultKind.HTML_200))) {
      intuit.faulty(EndpointKind.ANY, fault);
      hanna.gatedPage();
      hanna.presses("#check");
      probe("failure?owner=harbor");
      intuit.mend();
    }
    pass(Duration.ofHours(26));
    hanna.gatedPage();
    intuit.expireAccessTokens(HARBOR);
    hanna.gatedPage();
    intuit.revoke(HARBOR);
    probe("failure?owner=harbor");
    hanna.gatedPage();
    probe("failure?owner=nobody");
    hanna.connects(HARBOR);
    hanna.presses("#disconnect");
  }

  private void walkOnDesktop() {
    Person june = Person.loggedIn("june");
    DesktopOwner owner = DesktopOwner.of(june);
    Machine machine = new Machine();
    conductor.faulty(EndpointKind.AUTH_SESSIONS, Fault.of(FaultKind.MALFORMED));
    owner.begins();
    conductor.mend();
    pass(Duration.ofMinutes(2));
    String invitation = DesktopOwner.invitation(waiting(june));
    machine.browser().open(invitation + "x");
    machine.browser().asScript(invitation.replace("/connect?", "/status?"));
    machine.setsUp(invitation);
    pass(Duration.ofSeconds(4));
    june.gatedPage();
    june.presses("#check");
    june.presses("#sync-now");
    owner.status();
    for (Fault fault :
        List.of(
            Fault.status(500),
            Fault.of(FaultKind.DROP_AFTER_SEND),
            Fault.of(FaultKind.HTML_200),
            Fault.envelope("INTEGRATION_CONNECTION_ERROR", "QBD_CONNECTION_ERROR", 502))) {
      pass(Duration.ofHours(2));
      conductor.faulty(EndpointKind.ANY, fault);
      june.gatedPage();
      june.presses("#check");
      owner.connectPage();
      probe("failure?owner=juniper");
      conductor.mend();
    }
    configure("quickbooks.connector.desktop.desktop.secret-key", "sk_conductor_mistyped");
    pass(Duration.ofHours(2));
    june.gatedPage();
    probe("failure?owner=juniper");
    configure();
    june.gatedPage();
    june.presses("#disconnect");
    machine.browser().open(invitation);
    probe("failure?owner=juniper");
  }

  /**
   * The page with a link for the machine; the walk of a test before may have ended in an outage.
   */
  private static Page waiting(Person person) {
    Page page = afterTheOutage(DesktopOwner.of(person)::begins);
    assertPage(page, 200, "waiting");
    return page;
  }

  private static List<String> leaksInLogs() throws IOException {
    return logs().stream().flatMap(log -> Secrets.ISSUED.foundIn(log).stream()).toList();
  }

  /**
   * Pages by their paths only, since a query may hold a secret. A cookie stands in its own {@code
   * Set-Cookie} header; nothing else may stand in any header.
   */
  private static List<String> leaksInPages() {
    List<String> leaks = new ArrayList<>();
    for (Page page : Browser.RECEIVED) {
      Set<String> allowed = allowedOn(page);
      Secrets.ISSUED
          .foundIn(page.body(), allowed)
          .ifPresent(kind -> leaks.add(kind + " on " + page.url().getPath()));
      page.headers()
          .forEach(
              (name, values) -> {
                if (!name.equalsIgnoreCase("Set-Cookie")) {
                  Secrets.ISSUED
                      .foundIn(String.join("\n", values), allowedIn(page))
                      .ifPresent(kind -> leaks.add(kind + " in " + name + " of " + page.url()));
                }
              });
    }
    return leaks;
  }

  /** What a page is there to hand on. */
  private static Set<String> allowedOn(Page page) {
    if (page.url().getPath().equals("/probe/invitation")) {
      // The application itself, asked by a test for an invitation to send.
      return Set.of("invitation");
    }
    return switch (page.name()) {
      // It leads back to the URL that it was asked by.
      case "hop" -> Set.of("code");
      // The one page that leads on to Conductor.
      case "leaving" -> Set.of("auth flow", "publishable key");
      case "waiting", "invited", "invitedWaiting" -> Set.of("invitation");
      // They lead back to the invitation that came with the form.
      case "forged", "profileRefused" -> Set.of("invitation");
      default -> Set.of();
    };
  }

  /** Whoever came by an invitation may be sent to where it leads. */
  private static Set<String> allowedIn(Page page) {
    String query = page.url().getQuery();
    return query != null && query.contains("invitation=") ? Set.of("invitation") : Set.of();
  }

  private static void awaitInLogs(String text) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (logs().stream().noneMatch(log -> log.contains(text)) && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  /**
   * All files below the server's logs: messages (which is also what goes to the console), traces,
   * first failures. As ISO 8859-1, so that no byte is lost.
   */
  private static List<String> logs() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Place.SERVER.resolve("logs"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return texts;
  }
}
