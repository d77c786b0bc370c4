package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.logins.WhoServlet;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Wars;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * A WAR with a basic login. Behind the gate there are paths that the container protects, and paths
 * that it leaves to everybody, where it looks at nobody's credentials by itself.
 */
@GridRow(value = "basic login", section = GridRow.Section.LOGINS)
class BasicLoginIT extends DropInPromises {
  private static final String CONTEXT = "basic-login";
  private static final String UNPROTECTED = "/free/who";

  BasicLoginIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.configured(CONTEXT, Map.of("quickbooks.gate.url-patterns", "/gated/*,/free/*"))
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class, WhoServlet.class)
        .setWebXML("wars/open-endpoints.xml");
  }

  @Test
  void credentialsThatComeUnaskedCountOnEveryPathBehindTheGate() {
    assertThat(loggedIn("bob").open(UNPROTECTED).statusCode()).isEqualTo(303);
    assertThat(loggedIn("bob").fetch(UNPROTECTED).statusCode()).isEqualTo(409);
    assertThat(loggedIn("bob").fetch("/quickbooks/status").statusCode()).isEqualTo(200);
    assertThat(new ConnectJourney(loggedIn("carla")).from(UNPROTECTED, BAKERY).body())
        .isEqualTo("carla");
  }

  @Test
  void somebodyWithoutCredentialsIsToldThatALoginIsNeeded() {
    assertThat(anybody().open(UNPROTECTED).statusCode()).isEqualTo(401);
    assertThat(anybody().fetch(UNPROTECTED).statusCode()).isEqualTo(401);
  }
}
