package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.streams.EventsResource;
import io.github.qbconnector.compatibility.app.streams.EventsServlet;
import io.github.qbconnector.compatibility.app.streams.StreamsApplication;
import io.github.qbconnector.compatibility.app.streams.Subscribers;
import io.github.qbconnector.compatibility.app.streams.TornServlet;
import io.github.qbconnector.compatibility.app.streams.Waiting;
import io.github.qbconnector.compatibility.app.streams.WaitingServlet;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.EventStream;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A WAR that sends events through the gate, by servlets and by JAX-RS: each arrives at once. */
@GridRow("server-sent events")
@Timeout(120)
class WarWithEventsIT extends DropInPromises {
  private static final String CONTEXT = "with-events";

  WarWithEventsIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.connected(CONTEXT)
        .addClasses(
            CompanyServlet.class,
            CompanyServlet.Marker.class,
            EventsServlet.class,
            TornServlet.class,
            Waiting.class,
            WaitingServlet.class,
            StreamsApplication.class,
            EventsResource.class,
            Subscribers.class)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .setWebXML("wars/basic-login.xml");
  }

  @Test
  void eventsOfAServletArriveOneByOneAndOutliveTheConnection() {
    Browser carla = connected("carla", PLUMBING);

    EventStream stream = EventStream.of(carla, "/gated/events");
    assertThat(stream.next()).isEqualTo("Northwind Plumbing LLC");
    tell(Map.of("do", "tell", "event", "second"));
    assertThat(stream.next()).isEqualTo("second");

    tell(Map.of("do", "disconnect", "owner", "carla"));
    assertThat(carla.open(GATED).statusCode()).isEqualTo(303);
    tell(Map.of("do", "tell", "event", "third"));
    assertThat(stream.next()).isEqualTo("third");
    tell(Map.of("do", "end"));
    assertThat(stream.isOver()).isTrue();
  }

  @Test
  void eventsOfAResourceArriveOneByOne() {
    Browser david = connected("david", BAKERY);

    EventStream stream = EventStream.of(david, "/gated/api/events");
    assertThat(stream.next()).isEqualTo("Harbor Street Bakery");
    assertThat(david.submit("/gated/api/events", Map.of("event", "second")).statusCode())
        .isEqualTo(204);
    assertThat(stream.next()).isEqualTo("second");
    assertThat(david.submit("/gated/api/events", Map.of()).statusCode()).isEqualTo(204);
    assertThat(stream.isOver()).isTrue();
  }

  @Test
  void aSuspendedRequestOfAResourceIsAnswered() {
    assertThat(connected("erika", BAKERY).open("/gated/api/events/later").body())
        .isEqualTo("Harbor Street Bakery");
  }

  @Test
  void aConnectionThatEndsInTheMiddleOfAStreamHarmsNobodyElse() {
    Browser frank = connected("frank", PLUMBING);
    Browser grace = connected("grace", BAKERY);
    TestServer.simulator().intuit().grants().revoke(PLUMBING);

    EventStream torn = EventStream.of(frank, "/gated/torn");

    assertThat(torn.next()).isEqualTo("begun");
    assertThat(hasMore(torn)).as("an answer of ours in the middle of the stream").isFalse();
    assertThat(frank.open(GATED).statusCode()).isEqualTo(303);
    assertThat(grace.open(GATED).body()).isEqualTo("company=Harbor Street Bakery");
  }

  /** Servers end a stream that failed each in its way, some by cutting it off. */
  private static boolean hasMore(EventStream stream) {
    try {
      return !stream.isOver();
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private Browser connected(String user, String realm) {
    Browser browser = loggedIn(user);
    assertThat(new ConnectJourney(browser).from(GATED, realm).statusCode()).isEqualTo(200);
    return browser;
  }

  private void tell(Map<String, String> form) {
    assertThat(anybody().submit("/waiting", form).statusCode()).isEqualTo(204);
  }
}
