package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.AdoptServlet;
import io.github.qbconnector.compatibility.app.AttemptServlet;
import io.github.qbconnector.compatibility.app.Databases;
import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.compatibility.app.beans.CallersTransaction;
import io.github.qbconnector.compatibility.app.desktop.AdoptDesktopServlet;
import io.github.qbconnector.compatibility.app.products.ProductsServlet;
import io.github.qbconnector.compatibility.support.Adoption;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.Desktops;
import io.github.qbconnector.compatibility.support.LinkJourney;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.Patience;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** QuickBooks Online and two projects of QuickBooks Desktop in one WAR. */
@OnServer
class TwoProductsIT {
  private static final String CONTEXT = "two-products";
  private static final String CONNECT = "/" + CONTEXT + "/quickbooks/connect";
  private static final String REFUSED = "outcome=%s;commit=rolled back;written=0;bean=alive";
  private static final String DONE =
      "outcome=" + Desktops.COMPANY + ";commit=done;written=1;bean=alive";

  /** What a call ends with that is not even tried, since the ones before it have failed. */
  private static final String SPARED = "ProviderUnavailableException QBC0202";

  private final Browser nobody = Browser.of(TestServer.url(CONTEXT));
  private final Desktops desktops = new Desktops(nobody);

  @Deployment(testable = false)
  static WebArchive war() {
    Map<String, String> keys = new HashMap<>();
    keys.put("quickbooks.connectors", "desktop,branch");
    keys.putAll(Desktops.keys("quickbooks.connector.desktop."));
    keys.putAll(Desktops.branchKeys("quickbooks.connector.branch."));
    keys.put("quickbooks.gate.url-patterns", "/online/*,/shared/*");
    keys.put("quickbooks.connector.desktop.gate.url-patterns", "/desktop/*,/shared/*");
    keys.put("quickbooks.connector.branch.gate.url-patterns", "/branch/*");
    return Wars.configured(CONTEXT, keys)
        .addPackage(ProductsServlet.class.getPackage())
        .addClasses(
            AdoptServlet.class,
            AdoptDesktopServlet.class,
            AttemptServlet.class,
            CallersTransaction.class,
            Databases.class,
            HeaderLoginFilter.class);
  }

  @BeforeEach
  void conductorKnowsTheSecondProject() {
    Desktops.conductor()
        .projects()
        .add(Desktops.BRANCH.secretKey(), Desktops.BRANCH.publishableKey());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/injected",
        "/beans/injected?bean=stateless",
        "/beans/injected?bean=stateful",
        "/beans/injected?bean=singleton"
      })
  void whatIsInjectedIsOfTheNameAndTheProductThatWereAskedFor(String component) {
    Desktops.conductor().endUsers().add(Desktops.COMPANY, "of-desktop", "a@elm-street.example");
    Desktops.conductor()
        .endUsers()
        .add(Desktops.BRANCH, Desktops.COMPANY, "of-branch", "b@elm-street.example");

    assertThat(nobody.open(component).body())
        .isEqualTo(
            "default=ONLINE desktop=DESKTOP desktop=DESKTOP branch=DESKTOP"
                + " [of-desktop][of-branch] sim-client");
  }

  @ParameterizedTest
  @CsvSource({
    "/online/books, ?return=%2Fonline%2Fbooks",
    "/desktop/books, ?connector=desktop&return=%2Fdesktop%2Fbooks",
    "/branch/books, ?connector=branch&return=%2Fbranch%2Fbooks"
  })
  void eachRouteAsksForTheConnectorItIsConfiguredFor(String page, String way) {
    HttpResponse<String> answer = nobody.knownToTheApplication("nora").open(page);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(ConnectJourney.location(answer)).isEqualTo(CONNECT + way);
  }

  @Test
  void theWayThroughConductorEndsOnThePageThatWasAskedForWithDataFromTheCompanyFile() {
    Browser paul = nobody.knownToTheApplication("paul");

    assertThat(new LinkJourney(paul).from("/desktop/books").body()).isEqualTo(Desktops.COMPANY);
    assertThat(paul.open("/online/books").statusCode()).as("of the other product").isEqualTo(303);
    assertThat(paul.open("/branch/books").statusCode()).as("of the other project").isEqualTo(303);
  }

  @Test
  void onASharedRouteEachOwnerMeetsTheirOwnProduct() {
    Browser online = nobody.knownToTheApplication("only-default-olga");
    Browser desktop = nobody.knownToTheApplication("only-desktop-dirk");

    assertThat(new LinkJourney(desktop).from("/shared/books?from=desktop").body())
        .isEqualTo(Desktops.COMPANY);
    assertThat(
            new ConnectJourney(online)
                .from("/shared/books?from=online", DropInPromises.BAKERY)
                .body())
        .isEqualTo("Harbor Street Bakery");
  }

  @Test
  void withoutANameTheConnectPageIsOfTheProductThatTheOwnerUses() {
    Browser desktop = nobody.knownToTheApplication("only-desktop-dora");

    assertThat(desktop.open("/quickbooks/connect").body()).contains("QuickBooks Desktop");
    assertThat(desktop.open("/quickbooks/connect?connector=branch").statusCode()).isEqualTo(404);
  }

  @Test
  void onASharedRouteAnOwnerOfBothNeedsBoth() {
    Browser rosa = nobody.knownToTheApplication("rosa");
    String page = "/shared/books?from=desktop";

    new ConnectJourney(rosa).from(page, DropInPromises.BAKERY);

    assertThat(new LinkJourney(rosa).from(page).body()).isEqualTo(Desktops.COMPANY);
  }

  @Test
  void onASharedRouteAFailureIsAnsweredForTheConnectorThatFailed() {
    Browser tess = nobody.knownToTheApplication("tess");
    String page = "/shared/books?from=online";
    desktops.adopt("desktop", "tess");
    assertThat(new ConnectJourney(tess).from(page, DropInPromises.PLUMBING).statusCode())
        .isEqualTo(200);
    TestServer.simulator().intuit().grants().revoke(DropInPromises.PLUMBING);

    HttpResponse<String> answer = tess.open(page);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(ConnectJourney.location(answer)).startsWith(CONNECT + "?return=");
  }

  @Test
  void aMachineThatGoesOffWhileThePageIsMadeIsToldInWordsOfTheProvider() {
    Browser vera = nobody.knownToTheApplication("vera");
    String endUser = desktops.adopt("desktop", "vera");
    Desktops.conductor().desktops().set(endUser, DesktopState.OFFLINE);

    HttpResponse<String> page = vera.open("/desktop/books");
    HttpResponse<String> script = vera.fetch("/desktop/books");

    assertThat(page.statusCode()).as(page.body()).isEqualTo(503);
    assertThat(page.body()).contains("QuickBooks Desktop");
    assertThat(script.statusCode()).as(script.body()).isEqualTo(503);
    assertThat(script.body()).contains("\"state\":\"DESKTOP_OFFLINE\"");
    assertThat(script.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void anOutageOfIntuitIsNoneOfConductor() {
    Browser wanda = nobody.knownToTheApplication("wanda");
    desktops.adopt("desktop", "wanda");
    Adoption.through(nobody).of("anybody", DropInPromises.BAKERY);
    TestServer.simulator().faults().add(Fault.status(503).on(EndpointKind.ACCOUNTING));
    try {
      assertThat(Patience.until(SPARED::equals, this::ofIntuit)).isEqualTo(SPARED);

      HttpResponse<String> page = wanda.open("/desktop/books");

      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      assertThat(page.body()).isEqualTo(Desktops.COMPANY);
    } finally {
      TestServer.simulator().faults().clear();
    }
    assertThat(Patience.until("read"::equals, this::ofIntuit)).isEqualTo("read");
  }

  private String ofIntuit() {
    return nobody.open("/gated/attempt").body();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stateless", "stateful", "singleton"})
  void aCallForAMachineThatIsOffIsCaughtByTypeAndRollsBack(String bean) {
    String owner = "off-" + bean;
    String endUser = desktops.adopt("desktop", owner);
    Desktops.conductor().desktops().set(endUser, DesktopState.OFFLINE);

    assertThat(nobody.open("/beans/report?bean=" + bean + "&owner=" + owner).body())
        .isEqualTo(REFUSED.formatted("DesktopOfflineException"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stateless", "stateful", "singleton"})
  void aBeanReadsTheCompanyFileAndLeavesTheTransactionAlone(String bean) {
    String owner = "good-" + bean;
    desktops.adopt("desktop", owner);

    assertThat(nobody.open("/beans/report?bean=" + bean + "&owner=" + owner).body())
        .isEqualTo(DONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stateless", "stateful", "singleton"})
  void aBeanThatRequiresTheDesktopConnectorSeesTheCallersConnection(String bean) {
    String owner = "caller-" + bean;
    Browser caller = nobody.knownToTheApplication(owner);
    String page = "/beans/report?bean=" + bean;

    assertThat(caller.open(page).body())
        .as("not connected")
        .isEqualTo(REFUSED.formatted("NotConnectedException"));
    String endUser = desktops.adopt("desktop", owner);
    assertThat(caller.open(page).body()).as("connected").isEqualTo(DONE);
    Desktops.conductor().desktops().set(endUser, DesktopState.OFFLINE);
    assertThat(caller.open(page).body())
        .as("off")
        .isEqualTo(REFUSED.formatted("DesktopOfflineException"));
  }
}
