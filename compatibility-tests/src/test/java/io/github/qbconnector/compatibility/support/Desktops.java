package io.github.qbconnector.compatibility.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.SimulatedConductor;
import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.simulator.conductor.EndUser;
import io.github.qbconnector.simulator.conductor.Project;
import io.github.qbconnector.simulator.conductor.Projects;
import java.util.Map;

/** Machines that were linked before the connector came, and how it is there. */
public record Desktops(Browser application) {
  /** Keys of a second project of Conductor's. */
  public static final Project BRANCH = new Project("sk_conductor_branch", "pk_conductor_branch");

  /** The company in front of all these machines. */
  public static final String COMPANY = "Elm Street Hardware";

  /** The keys of a connector for the default project, all below a prefix. */
  public static Map<String, String> keys(String prefix) {
    return keys(prefix, Projects.DEFAULT_SECRET_KEY, Projects.DEFAULT_PUBLISHABLE_KEY);
  }

  /** The keys of a connector for the second project. */
  public static Map<String, String> branchKeys(String prefix) {
    return keys(prefix, BRANCH.secretKey(), BRANCH.publishableKey());
  }

  private static Map<String, String> keys(String prefix, String secret, String publishable) {
    return Map.of(
        prefix + "product",
        "desktop",
        prefix + "desktop.base-url",
        conductor().url().toString(),
        prefix + "desktop.secret-key",
        secret,
        prefix + "desktop.publishable-key",
        publishable);
  }

  /** Connects an owner to a machine that answers; answers the end-user's id. */
  public String adopt(String connector, String owner) {
    EndUser endUser = conductor().endUsers().add(COMPANY, owner, owner + "@elm-street.example");
    conductor().desktops().set(endUser.id(), DesktopState.ACTIVE);
    Map<String, String> form =
        Map.of("connector", connector, "owner", owner, "end-user", endUser.id());
    assertThat(application.submit("/adopt-desktop", form).statusCode()).isEqualTo(204);
    return endUser.id();
  }

  /** The simulator's Conductor. */
  public static SimulatedConductor conductor() {
    return TestServer.simulator().conductor();
  }
}
