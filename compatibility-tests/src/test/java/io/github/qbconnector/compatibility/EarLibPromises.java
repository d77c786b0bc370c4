package io.github.qbconnector.compatibility;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.qbconnector.compatibility.support.GridCells;
import io.github.qbconnector.compatibility.support.RefusableDeployment;
import io.github.qbconnector.compatibility.support.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * What holds with our jars in the lib of an EAR, whose deployment has the name {@link #EAR}. A
 * server with several containers refuses it. One that looks for initializers in WARs only has no
 * gate then, which is said at start; everything else holds there too.
 */
abstract class EarLibPromises extends DropInPromises {
  static final String EAR = "ear";

  private static final String REMEDY = "Put the jars and the keys into ";
  private static final String REFUSED = "refused";
  private static final String WITHOUT_GATE = "without-gate";
  private static final Pattern SAID = Pattern.compile("QBC0610: .*" + REMEDY);

  @SuppressWarnings("NullAway.Init") // Arquillian sees to it
  @ArquillianResource
  private Deployer deployer;

  private @Nullable RefusableDeployment deployment;

  EarLibPromises(String context) {
    super(context);
  }

  @BeforeEach
  void whatTheServerCannotHaveIsLeftOutWhereThatIsSaid(TestInfo test) throws IOException {
    boolean needsGate = !test.getTags().contains(WITHOUT_GATE);
    assumeFalse(needsGate && isSaid());
    deployment = RefusableDeployment.attempt(getClass(), deployer, EAR);
    assumeTrue(deployment.isRefused() == test.getTags().contains(REFUSED));
    if (isSaid()) {
      GridCells.explain(getClass(), "QBC0610: put the jars and the keys into the WAR");
      assumeFalse(needsGate);
    }
  }

  @AfterEach
  void undeploy() {
    if (deployment != null) {
      deployment.undeploy();
    }
  }

  @Test
  @Tag(REFUSED)
  void aServerWithSeveralContainersRefusesAndSaysWhereToPutTheJars() {
    assertThat(requireNonNull(deployment).refusal()).containsPattern("QBC0611: .*" + REMEDY);
    GridCells.explain(getClass(), "QBC0611: put the jars and the keys into the WAR");
  }

  @Test
  @Tag(WITHOUT_GATE)
  void theConnectorIsInjectedAndAMissingGateIsSaidWithTheRemedy() throws IOException {
    HttpResponse<String> page = loggedIn("bob").open("/gated/attempt");

    if (isSaid()) {
      assertThat(page.body()).isEqualTo("NotConnectedException QBC0101");
    } else {
      assertThat(page.statusCode()).as(page.body()).isEqualTo(303);
    }
  }

  private static boolean isSaid() throws IOException {
    return SAID.matcher(Files.readString(TestServer.log())).find();
  }
}
