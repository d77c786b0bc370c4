package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.support.Ears;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.ServerLog;
import io.github.qbconnector.compatibility.support.Wars;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What no EAR can mean is told once, with what to do, before anybody uses the wrong connector. */
@OnServer
class EarMistakesIT {
  private static final String SECRET = "Yr4-never-to-be-seen";

  /** Said by a server that has no EARs like these, with or without mistakes. */
  private static final String NONE_AT_ALL = "QBC0611";

  @SuppressWarnings("NullAway.Init") // Arquillian sees to it
  @ArquillianResource
  private Deployer deployer;

  @Deployment(name = "contradiction", managed = false, testable = false)
  static EnterpriseArchive contradiction() {
    return Ears.connected(
        "contradiction",
        List.of(
            skinny("contradiction-a", Map.of()),
            skinny(
                "contradiction-b",
                Map.of(
                    "quickbooks.owner", "application", "quickbooks.online.client-secret", SECRET))),
        List.of());
  }

  @Deployment(name = "copies", managed = false, testable = false)
  static EnterpriseArchive copies() {
    WebArchive war =
        Wars.connected("copies")
            .addClasses(CompanyServlet.class, CompanyServlet.Marker.class)
            .setWebXML("wars/basic-login.xml");
    return Ears.connected("copies", List.of(war), List.of());
  }

  private static WebArchive skinny(String context, Map<String, String> keys) {
    Map<String, String> all = new TreeMap<>(Wars.usual(context));
    all.putAll(keys);
    return Wars.withKeys(context, all)
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class)
        .addAsWebInfResource("wars/beans.xml", "beans.xml")
        .setWebXML("wars/basic-login.xml");
  }

  @Test
  void aKeyWithTwoValuesForOneConnectorFailsTheDeploymentAndNamesBothPlacesAndTheRemedy() {
    String told = failureOf("contradiction");

    assertThat(told).doesNotContain(SECRET);
    assumeFalse(told.contains(NONE_AT_ALL));
    assertThat(told)
        .contains("QBC0001")
        .contains("quickbooks.online.client-secret, quickbooks.online.redirect-uri")
        .contains("quickbooks.owner")
        .contains("WEB-INF/lib");
  }

  @Test
  void ourJarsInTheEarAndInItsWarFailTheDeploymentAndTheMessageSaysWhereTheyAre() {
    String told = failureOf("copies");

    assumeFalse(told.contains(NONE_AT_ALL));
    assertThat(told.lines().filter(line -> line.contains("QBC0003")).findFirst().orElse(told))
        .contains("there twice")
        .contains("WEB-INF/lib/quickbooks-connector")
        .contains("EAR");
  }

  private String failureOf(String deployment) {
    ServerLog log = ServerLog.fromNow();
    Throwable failure = catchThrowable(() -> deployer.deploy(deployment));
    if (failure == null) {
      deployer.undeploy(deployment);
    }
    assertThat(failure).as(log.text()).isNotNull();
    return log.textAnd(failure);
  }
}
