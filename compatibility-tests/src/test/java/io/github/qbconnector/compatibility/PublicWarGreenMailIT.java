package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.support.GridCells;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.MailServer;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.Strangers;
import io.github.qbconnector.compatibility.support.Wars;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * GreenMail's WAR: a mail server with threads and ports of its own, Jersey and Jackson inside, and
 * no login; the server's is before what the gate is for. Its ports are fixed: the redeployed WAR
 * has those it was published with, the others are told other ports.
 */
@GridRow(value = "GreenMail 2.1 mail server", section = GridRow.Section.PUBLIC_WARS)
@OnServer
class PublicWarGreenMailIT extends PublicWarPromises {
  private static final String NAME = "greenmail";
  private static final String ARTIFACT = "greenmail-webapp";
  private static final String MARKED = "-marked";
  private static final String API = "/api/configuration";
  private static final String DESCRIPTION = "/greenmail-openapi.yml";
  private static final String NEEDS_REST_3_1 = "SystemPropertiesConfigurationModel.hasProperty";
  private static final MailServer PUBLISHED = new MailServer(10_025, 10_110);
  private static final MailServer OF_WITH = new MailServer(11_025, 11_110);
  private static final MailServer OF_WITHOUT = new MailServer(12_025, 12_110);
  private static final MailServer OF_WITHOUT_AGAIN = new MailServer(13_025, 13_110);

  /** Asserted wherever it explains the cell. */
  private static final String NOT_FOR_REST_3_0 =
      "GreenMail wants Jakarta RESTful Web Services 3.1; the server has 3.0, and keeps the WAR after"
          + " its end, with the connector and without: NoSuchMethodError: "
          + NEEDS_REST_3_1;

  PublicWarGreenMailIT() {
    super(
        NAME,
        List.of(
            "/",
            "/index.html",
            "/js/rapidoc-min.js",
            "/api/application.wadl",
            "/api/nowhere",
            "/nowhere"),
        DESCRIPTION);
  }

  @Deployment(name = NAME + WITH, testable = false)
  static WebArchive with() {
    return connected(OF_WITH.of(Strangers.warBehindLogin(ARTIFACT, NAME + WITH)), NAME + WITH);
  }

  @Deployment(name = NAME + WITHOUT, testable = false)
  static WebArchive without() {
    return OF_WITHOUT.of(Strangers.warBehindLogin(ARTIFACT, NAME + WITHOUT));
  }

  @Deployment(name = NAME + WITH + AGAIN, managed = false, testable = false)
  static WebArchive withAgain() {
    String context = NAME + WITH + AGAIN;
    return Strangers.marked(connected(Strangers.warBehindLogin(ARTIFACT, context), context));
  }

  @Deployment(name = NAME + WITHOUT + AGAIN, managed = false, testable = false)
  static WebArchive withoutAgain() {
    return OF_WITHOUT_AGAIN.of(Strangers.warBehindLogin(ARTIFACT, NAME + WITHOUT + AGAIN));
  }

  @Deployment(name = NAME + WITHOUT + MARKED, managed = false, testable = false)
  static WebArchive withoutMarked() {
    return Strangers.marked(
        OF_WITHOUT_AGAIN.of(Strangers.warBehindLogin(ARTIFACT, NAME + WITHOUT + MARKED)));
  }

  @Test
  void itsApiByItsOwnJerseyConnectsTheUserAndThenAnswersAsWithoutUs() {
    if (jerseyIsTooNew()) {
      assertThat(browser(NAME + WITH, "alice").open(API).body()).contains(NEEDS_REST_3_1);
      GridCells.explain(getClass(), NOT_FOR_REST_3_0);
      return;
    }
    connectsAndThenAnswersAsWithoutUs("alice", API);
  }

  @Test
  @Override
  void tenRedeploymentsLeaveNothing() {
    if (jerseyIsTooNew()) {
      assertThat(leftByTen(use -> useWithoutConnector(NAME + WITHOUT + MARKED, use)).loaders())
          .as("class loaders that the server keeps without the connector")
          .isGreaterThan(REMEMBERED);
      GridCells.explain(getClass(), NOT_FOR_REST_3_0);
      return;
    }
    super.tenRedeploymentsLeaveNothing();
  }

  @Test
  void itsMailServerWorksAsWithoutUs() {
    for (MailServer server : List.of(OF_WITH, OF_WITHOUT)) {
      server.deliver("An invoice");
      assertThat(server.subjects()).containsExactly("An invoice");
    }
  }

  @Override
  void useRedeployed() {
    PUBLISHED.deliver("In every round");
    assertThat(PUBLISHED.subjects()).containsExactly("In every round");
  }

  /** Whether the server is older than what GreenMail brings, without the connector too. */
  private static boolean jerseyIsTooNew() {
    HttpResponse<String> api = browser(NAME + WITHOUT, "alice").open(API);
    if (api.statusCode() != 500) {
      return false;
    }
    assertThat(api.body()).contains(NEEDS_REST_3_1);
    return true;
  }

  private static WebArchive connected(WebArchive war, String context) {
    return Wars.connect(
        war, context, Map.of("quickbooks.gate.url-patterns", DESCRIPTION + "," + API));
  }
}
