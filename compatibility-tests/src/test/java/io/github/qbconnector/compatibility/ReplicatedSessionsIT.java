package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.sessions.Basket;
import io.github.qbconnector.compatibility.app.sessions.BasketServlet;
import io.github.qbconnector.compatibility.app.sessions.ContentsServlet;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.ServerLog;
import io.github.qbconnector.compatibility.support.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A WAR whose sessions go to other nodes, by what its server has for that. */
@GridRow(value = "sessions that are replicated", section = GridRow.Section.LOGINS)
class ReplicatedSessionsIT extends DropInPromises {
  private static final String CONTEXT = "replicated-sessions";

  ReplicatedSessionsIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.connected(CONTEXT)
        .addClasses(
            CompanyServlet.class,
            CompanyServlet.Marker.class,
            Basket.class,
            BasketServlet.class,
            ContentsServlet.class)
        .addAsManifestResource("wars/session-files.xml", "context.xml")
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .setWebXML("wars/distributable.xml");
  }

  @Test
  void aSessionWithABeanThatUsesTheConnectorCanGoToAnotherNode() {
    ServerLog log = ServerLog.fromNow();
    Browser carla = loggedIn("carla");
    assertThat(new ConnectJourney(carla).from("/gated/basket", BAKERY).body())
        .isEqualTo("1 for Harbor Street Bakery");
    assertThat(carla.open("/gated/basket").body()).isEqualTo("2 for Harbor Street Bakery");

    String contents = carla.open("/contents").body();

    assertThat(contents).contains("note of java.lang.String goes along");
    assertThat(contents.lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).endsWith("goes along"));
    assertThat(log.text()).doesNotContain("NotSerializableException");
  }

  @Test
  void theConnectorKeepsNothingInTheSession() {
    Browser david = loggedIn("david");
    assertThat(new ConnectJourney(david).from(GATED, BAKERY).statusCode()).isEqualTo(200);

    assertThat(david.open("/contents").body()).doesNotContain("qbconnector.impl");
  }
}
