package io.github.qbconnector.compatibility;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.support.GridCells;
import io.github.qbconnector.compatibility.support.RefusableDeployment;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Callers of a kind that not every server has: one that does not refuses the application when it is
 * deployed, and says why. Its deployment has the name of its context.
 */
abstract class OptionalCallerPromises extends CallerPromises {
  private final String context;
  private final String absent;
  private final String said;

  @SuppressWarnings("NullAway.Init") // Arquillian sees to it
  @ArquillianResource
  private Deployer deployer;

  private @Nullable RefusableDeployment deployment;

  /**
   * @param absent what a server may not have
   * @param said what it says then
   */
  OptionalCallerPromises(String context, String absent, String said) {
    super(context);
    this.context = context;
    this.absent = absent;
    this.said = said;
  }

  @Override
  boolean isServerAble() {
    deployment = RefusableDeployment.attempt(getClass(), deployer, context);
    return !deployment.isRefused();
  }

  @AfterEach
  void undeploy() {
    requireNonNull(deployment).undeploy();
  }

  @Test
  @Tag(UNABLE)
  void aServerThatIsNotAbleSaysSoWhenTheApplicationIsDeployed() {
    assertThat(requireNonNull(deployment).refusal()).contains(said);
    GridCells.explain(
        getClass(), "the server has no " + absent + " and says at deployment: " + said);
  }
}
