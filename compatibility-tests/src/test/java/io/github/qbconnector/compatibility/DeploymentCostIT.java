package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.ControlServlet;
import io.github.qbconnector.compatibility.app.Databases;
import io.github.qbconnector.compatibility.support.Figures;
import io.github.qbconnector.compatibility.support.FirstAnswer;
import io.github.qbconnector.compatibility.support.Leftovers;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.ServerProcess;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What the connector adds to the deployment of a small application that uses CDI and the database:
 * time from the order to the first answer, sending the WAR included, and what lives then and did
 * not before. Switched off, it shows what the server's own look at the jars takes. The WARs are
 * deployed in turns, so that they meet the same warmth and the same noise, and each after the plain
 * one, so that what a server keeps of the deployment before, for a while or for good, is the same
 * for all. Figures and no promises: machines differ.
 */
@OnServer
@EnabledIfSystemProperty(named = "compat.figures", matches = ".+")
class DeploymentCostIT {
  /** The first rounds load the server's own classes; whoever comes first would pay for them. */
  private static final int WARM_UP = 2;

  private static final int ROUNDS = 3;
  private static final int LOOKS = 3;
  private static final String MARKER = ControlServlet.Marker.class.getName();
  private static final String WITH = "cost-with";
  private static final String OFF = "cost-off";
  private static final String WITHOUT = "cost-without";

  @SuppressWarnings("NullAway.Init") // Arquillian sees to it
  @ArquillianResource
  private Deployer deployer;

  private final ServerProcess server = ServerProcess.find();

  @Deployment(name = WITH, managed = false, testable = false)
  static WebArchive with() {
    return application(
        Wars.configured(WITH, Map.of("quickbooks.gate.url-patterns", "/elsewhere/*")));
  }

  @Deployment(name = OFF, managed = false, testable = false)
  static WebArchive off() {
    return application(Wars.configured(OFF, Map.of("quickbooks.enabled", "false")));
  }

  @Deployment(name = WITHOUT, managed = false, testable = false)
  static WebArchive without() {
    return application(Wars.plain(WITHOUT));
  }

  private static WebArchive application(WebArchive war) {
    return war.addClasses(
        ControlServlet.class,
        ControlServlet.Marker.class,
        ControlServlet.Greeting.class,
        ControlServlet.Count.class,
        Databases.class);
  }

  @Test
  void whatADeploymentCostsIsCounted() {
    Leftovers atFirst = Leftovers.in(server, MARKER);
    List<Cost> with = new ArrayList<>();
    List<Cost> off = new ArrayList<>();
    List<Cost> without = new ArrayList<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      Cost nothing = costAfterThePlainOne(WITHOUT, atFirst);
      Cost jars = costAfterThePlainOne(OFF, atFirst);
      Cost everything = costAfterThePlainOne(WITH, atFirst);
      if (round >= WARM_UP) {
        without.add(nothing);
        off.add(jars);
        with.add(everything);
      }
    }

    Figures.add("deploy.with-millis", median(with, Cost::millis));
    Figures.add("deploy.without-millis", median(without, Cost::millis));
    Figures.add("deploy.added-millis", added(with, without, Cost::millis));
    Figures.add("deploy.added-switched-off-millis", added(off, without, Cost::millis));
    Figures.add("deploy.memory-added-kilobytes", added(with, without, Cost::heap));
    Figures.add("deploy.metaspace-added-kilobytes", added(with, without, Cost::metaspace));
    assertThat(with).hasSameSizeAs(without).hasSize(ROUNDS);
  }

  /**
   * What a deployment took until its first answer, and the kilobytes that live then and did not
   * before.
   */
  private record Cost(long millis, long heap, long metaspace) {}

  private Cost costAfterThePlainOne(String context, Leftovers atFirst) {
    whileDeployed(WITHOUT, FirstAnswer::millis);
    // An idle HTTP client keeps its application for seconds, longer than fast servers take here.
    Leftovers.in(server, MARKER, atFirst);
    long heapBefore = heap();
    long metaspaceBefore = metaspace();
    return whileDeployed(
        context,
        answer -> new Cost(answer.millis(), heap() - heapBefore, metaspace() - metaspaceBefore));
  }

  private long heap() {
    return least(() -> server.histogram().bytes() / 1_024);
  }

  private long metaspace() {
    return least(server::metaspaceKilobytes);
  }

  private <T> T whileDeployed(String context, Function<FirstAnswer, T> look) {
    URI page = URI.create(TestServer.url(context) + "/gated/company");
    try (FirstAnswer answer = new FirstAnswer(page)) {
      deployer.deploy(context);
      try {
        return look.apply(answer);
      } finally {
        deployer.undeploy(context);
      }
    }
  }

  private static long added(List<Cost> with, List<Cost> without, ToLongFunction<Cost> figure) {
    return median(with, figure) - median(without, figure);
  }

  private static long median(List<Cost> costs, ToLongFunction<Cost> figure) {
    return costs.stream()
        .mapToLong(figure)
        .sorted()
        .skip(costs.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  private static long least(LongSupplier count) {
    return LongStream.generate(count).limit(LOOKS).min().orElseThrow();
  }
}
