package io.github.qbconnector.compatibility.support;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;

/**
 * An application that some server refuses. It is there for one test at a time; a server that has
 * refused it is not asked again, since half of what a server refuses may stay behind.
 */
public final class RefusableDeployment {
  private static final Map<String, String> REFUSALS = new HashMap<>();

  private final Deployer deployer;
  private final String name;
  private final String refusal;

  private RefusableDeployment(Deployer deployer, String name, String refusal) {
    this.deployer = deployer;
    this.name = name;
    this.refusal = refusal;
  }

  /** Deploys it, unless it was refused before. */
  public static RefusableDeployment attempt(Class<?> test, Deployer deployer, String name) {
    String key = test.getName() + " " + name;
    String known = REFUSALS.get(key);
    if (known != null) {
      return new RefusableDeployment(deployer, name, known);
    }
    ServerLog log = ServerLog.fromNow();
    Throwable refused = catchThrowable(() -> deployer.deploy(name));
    if (refused == null) {
      return new RefusableDeployment(deployer, name, "");
    }
    String told = log.textAnd(refused);
    REFUSALS.put(key, told);
    return new RefusableDeployment(deployer, name, told);
  }

  /** What the server said when it refused; empty if the application is there. */
  public String refusal() {
    return refusal;
  }

  /** Whether the application is not there. */
  public boolean isRefused() {
    return !refusal.isEmpty();
  }

  /** Ends it, if it is there. */
  public void undeploy() {
    if (!isRefused()) {
      deployer.undeploy(name);
    }
  }
}
