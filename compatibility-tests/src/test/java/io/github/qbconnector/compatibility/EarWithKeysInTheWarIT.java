package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.AttemptServlet;
import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.compatibility.app.own.ConnectionDiary;
import io.github.qbconnector.compatibility.app.own.DiaryServlet;
import io.github.qbconnector.compatibility.app.own.OwnOwner;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.Ears;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Wars;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * A build that moves all jars into the EAR's lib, and leaves the WAR its own file of keys and its
 * own beans: who owns, and what is done when somebody has connected.
 */
@GridRow("EAR: jars in its lib, keys and own parts in the skinny WAR")
class EarWithKeysInTheWarIT extends EarLibPromises {
  private static final String CONTEXT = "skinny-with-keys";

  EarWithKeysInTheWarIT() {
    super(CONTEXT);
  }

  @Override
  Browser loggedIn(String user) {
    return anybody().knownToTheApplication(user);
  }

  @Deployment(name = EAR, managed = false, testable = false)
  static EnterpriseArchive ear() {
    Map<String, String> keys = new HashMap<>(Wars.usual(CONTEXT));
    keys.remove("quickbooks.owner");
    WebArchive war =
        Wars.withKeys(CONTEXT, keys)
            .addClasses(CompanyServlet.class, CompanyServlet.Marker.class, HeaderLoginFilter.class)
            .addClasses(
                AttemptServlet.class, OwnOwner.class, ConnectionDiary.class, DiaryServlet.class);
    return Ears.connected("keys-in-the-war", List.of(war), List.of());
  }

  @Test
  void theOwnerAndTheObserversOfTheWarAreInForce() {
    assertThat(new ConnectJourney(loggedIn("ada")).from(GATED, BAKERY).statusCode()).isEqualTo(200);

    assertThat(anybody().open("/diary").body()).contains("tenant-of-ada connected " + BAKERY);
  }
}
