package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.streams.HeldServlet;
import io.github.qbconnector.compatibility.app.streams.LaterServlet;
import io.github.qbconnector.compatibility.app.streams.TooLateServlet;
import io.github.qbconnector.compatibility.app.streams.Waiting;
import io.github.qbconnector.compatibility.app.streams.WaitingServlet;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Patience;
import io.github.qbconnector.compatibility.support.Wars;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A WAR whose servlets give their threads back and answer later. */
@GridRow("asynchronous servlets")
class WarWithAsyncServletsIT extends DropInPromises {
  private static final String CONTEXT = "async-servlets";

  WarWithAsyncServletsIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.connected(CONTEXT)
        .addClasses(
            CompanyServlet.class,
            CompanyServlet.Marker.class,
            LaterServlet.class,
            HeldServlet.class,
            TooLateServlet.class,
            Waiting.class,
            WaitingServlet.class)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .setWebXML("wars/basic-login.xml");
  }

  @Test
  void aPageThatReadsOnAnotherThreadAndIsDispatchedAgainArrives() {
    HttpResponse<String> page = new ConnectJourney(loggedIn("carla")).from("/gated/later", BAKERY);

    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body()).isEqualTo("company=Harbor Street Bakery");
  }

  @Test
  void aRequestThatHasPassedIsNotStoppedWhenItIsDispatchedAgain() throws Exception {
    Browser david = loggedIn("david");
    assertThat(new ConnectJourney(david).from(GATED, PLUMBING).statusCode()).isEqualTo(200);
    CompletableFuture<HttpResponse<String>> held =
        CompletableFuture.supplyAsync(() -> david.open("/gated/held"));
    assertThat(Patience.until("1"::equals, () -> anybody().open("/waiting").body())).isEqualTo("1");

    tell(Map.of("do", "disconnect", "owner", "david"));
    assertThat(david.open(GATED).statusCode()).isEqualTo(303);
    tell(Map.of("do", "release"));

    HttpResponse<String> answer = held.get(60, TimeUnit.SECONDS);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("released");
  }

  @Test
  void theTimeOutsOfTheApplicationAreItsOwn() {
    Browser erika = loggedIn("erika");
    assertThat(new ConnectJourney(erika).from(GATED, BAKERY).statusCode()).isEqualTo(200);

    HttpResponse<String> answer = erika.open("/gated/too-late");

    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(answer.body()).isEqualTo("the application's own excuse");
  }

  private void tell(Map<String, String> form) {
    assertThat(anybody().submit("/waiting", form).statusCode()).isEqualTo(204);
  }
}
