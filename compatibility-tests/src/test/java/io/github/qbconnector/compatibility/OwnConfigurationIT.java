package io.github.qbconnector.compatibility;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.GridCells;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.RefusableDeployment;
import io.github.qbconnector.compatibility.support.Strangers;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A WAR that brings MicroProfile Config, though the server has it. */
@GridRow("its own SmallRye Config")
class OwnConfigurationIT extends DropInPromises {
  private static final String CONTEXT = "own-configuration";
  private static final String CONTROL = "own-configuration-control";
  private static final String PAGE = "/configuration.jsp";
  private static final String REFUSED = "refused";
  private static final String SAID = "ServiceConfigurationError: io.smallrye.config";

  @SuppressWarnings("NullAway.Init") // Arquillian sees to it
  @ArquillianResource
  private Deployer deployer;

  private @Nullable RefusableDeployment deployment;

  OwnConfigurationIT() {
    super(CONTEXT);
  }

  @Deployment(name = CONTEXT, managed = false, testable = false)
  static WebArchive war() {
    return withConfiguration(Wars.connected(CONTEXT))
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class);
  }

  @Deployment(name = CONTROL, managed = false, testable = false)
  static WebArchive control() {
    return withConfiguration(Wars.plain(CONTROL));
  }

  private static WebArchive withConfiguration(WebArchive war) {
    return war.addAsLibraries(Strangers.ownConfiguration())
        .addAsWebResource("wars/configuration.jsp", "configuration.jsp")
        .setWebXML("wars/basic-login.xml");
  }

  @BeforeEach
  void deploy(TestInfo test) {
    deployment = RefusableDeployment.attempt(getClass(), deployer, CONTEXT);
    assumeTrue(deployment.isRefused() == test.getTags().contains(REFUSED));
  }

  @AfterEach
  void undeploy() {
    requireNonNull(deployment).undeploy();
  }

  @Test
  void itsConfigurationIsWhatItWasWithoutUs() {
    String withUs = anybody().open(PAGE).body();

    deployer.deploy(CONTROL);
    try {
      assertThat(withUs)
          .contains("its own: ")
          .isEqualTo(Browser.of(TestServer.url(CONTROL)).open(PAGE).body());
    } finally {
      deployer.undeploy(CONTROL);
    }
  }

  @Test
  @Tag(REFUSED)
  void aServerThatRefusesItRefusesItWithoutUsAsWell() {
    assertThat(requireNonNull(deployment).refusal()).contains(SAID);
    assertThat(RefusableDeployment.attempt(getClass(), deployer, CONTROL).refusal()).contains(SAID);
    GridCells.explain(
        getClass(), "the server refuses such a WAR, with the connector and without: " + SAID);
  }
}
