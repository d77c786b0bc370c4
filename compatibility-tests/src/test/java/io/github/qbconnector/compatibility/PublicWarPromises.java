package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.strangers.LoaderMark;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.Figures;
import io.github.qbconnector.compatibility.support.Leftovers;
import io.github.qbconnector.compatibility.support.Patience;
import io.github.qbconnector.compatibility.support.ServerProcess;
import io.github.qbconnector.compatibility.support.TestServer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

/**
 * What holds for a WAR that nobody wrote for us, with the connector's jars and configuration added,
 * beside the same WAR without them. Each is deployed under its context root, and, for redeployment,
 * under one more.
 */
abstract class PublicWarPromises {
  /**
   * When Jolokia answers, the name an agent gives itself, and what it has in no order; what
   * GreenMail has in no order, with the ports that it was told.
   */
  private static final Pattern CHANGING =
      Pattern.compile(
          "\"timestamp\":\\d+|\"(agent_)?id\":\"[^\"]+\"|\"config\":.*\"info\":"
              + "|\"serviceConfigurations\":\\[[^]]*]");

  private static final String MARK = LoaderMark.Mark.class.getName();
  private static final int ROUNDS = 10;

  /**
   * What is left of ten rounds without a leak: the JDK remembers the last record it compared, and
   * idle threads of TomEE's executors the application they were started for.
   */
  static final int REMEMBERED = ROUNDS / 2;

  /** Of one length: Hawtio tells a length of its page that depends on that of its path. */
  static final String WITH = "-with-us";

  static final String WITHOUT = "-without";
  static final String AGAIN = "-again";
  private static final String NOBODY = "nobody";

  @SuppressWarnings("NullAway.Init") // Arquillian sees to it
  @ArquillianResource
  private Deployer deployer;

  private final String name;
  private final String context;
  private final List<String> pages;
  private final String gated;

  /**
   * @param name what its context roots begin with
   * @param pages pages of the WAR's own that are not behind the gate
   * @param gated a page behind the gate
   */
  PublicWarPromises(String name, List<String> pages, String gated) {
    this.name = name;
    this.context = name + WITH;
    this.pages = pages;
    this.gated = gated;
  }

  @Test
  void itsOwnPagesAnswerAsWithoutUs() {
    SoftAssertions all = new SoftAssertions();
    for (String page : pages) {
      for (String user : List.of("alice", NOBODY)) {
        all.assertThat(seen(browser(context, user).open(page)))
            .as("%s for %s", page, user)
            .isEqualTo(seen(browser(name + WITHOUT, user).open(page)));
      }
    }
    all.assertAll();
  }

  @Test
  void aGatedPageConnectsTheUserAndThenAnswersAsWithoutUs() {
    connectsAndThenAnswersAsWithoutUs("bob", gated);
  }

  final void connectsAndThenAnswersAsWithoutUs(String user, String page) {
    Browser browser = browser(context, user);

    HttpResponse<String> answer = new ConnectJourney(browser).from(page, DropInPromises.BAKERY);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(seen(answer)).isEqualTo(seen(browser(name + WITHOUT, user).open(page)));
  }

  @Test
  void aScriptIsToldByAProblemDocumentWhatToDo() {
    HttpResponse<String> answer = browser(context, "kim").fetch(gated);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(answer.body())
        .contains("\"state\":\"NOT_CONNECTED\"")
        .contains("\"connectUrl\":\"/" + context + "/quickbooks/connect\"");
  }

  @Test
  void tenRedeploymentsLeaveNothing() {
    int ours = threadsInOurCode(); // of the WAR that stays
    Leftovers left = leftByTen(this::useConnectorAnd);

    Figures.add("redeploy." + name + ".loaders-left", left.loaders());
    Figures.add("redeploy." + name + ".extensions-left", left.extensions());
    assertThat(left.loaders()).as("class loaders").isLessThanOrEqualTo(REMEMBERED);
    assertThat(left.extensions()).as("extensions").isLessThanOrEqualTo(REMEMBERED);
    assertThat(left.timers()).as("timers").isLessThan(ROUNDS);
    assertThat(Patience.until(count -> count <= ours, PublicWarPromises::threadsInOurCode))
        .as("threads in our code")
        .isLessThanOrEqualTo(ours);
  }

  private static int threadsInOurCode() {
    return ServerProcess.find().threadsIn("io.github.qbconnector");
  }

  /** What is left of ten rounds of a deployment, use and end. */
  final Leftovers leftByTen(Consumer<Runnable> round) {
    ServerProcess server = ServerProcess.find();
    round.accept(
        () -> assertThat(Leftovers.in(server, MARK).loaders()).as("what is counted").isPositive());
    useControl();
    Leftovers begin = Leftovers.in(server, MARK);
    assertThat(begin.extensions()).as("extensions of what is deployed").isPositive();
    for (int i = 0; i < ROUNDS; i++) {
      round.accept(() -> {});
    }
    useControl();
    return Leftovers.in(server, MARK, begin).minus(begin);
  }

  private void useConnectorAnd(Runnable meanwhile) {
    String redeployed = context + AGAIN;
    deployer.deploy(redeployed);
    try {
      ConnectJourney journey = new ConnectJourney(browser(redeployed, "alice"));
      assertThat(journey.from(gated, DropInPromises.BAKERY).statusCode()).isEqualTo(200);
      useRedeployed();
      meanwhile.run();
    } finally {
      deployer.undeploy(redeployed);
    }
  }

  /** What the redeployed WAR does besides answering pages. */
  void useRedeployed() {}

  /** Servers and the JDK remember who was last; this takes that place. */
  private void useControl() {
    useWithoutConnector(name + WITHOUT + AGAIN, () -> {});
  }

  /** Deploys the WAR without the connector, and ends it. */
  final void useWithoutConnector(String redeployed, Runnable meanwhile) {
    deployer.deploy(redeployed);
    try {
      assertThat(browser(redeployed, "alice").open(gated).statusCode()).isEqualTo(200);
      meanwhile.run();
    } finally {
      deployer.undeploy(redeployed);
    }
  }

  static Browser browser(String context, String user) {
    Browser nobody = Browser.of(TestServer.url(context));
    return user.equals(NOBODY) ? nobody : nobody.knownToTheContainer(user);
  }

  private record Seen(int status, Optional<String> type, Optional<String> location, String body) {}

  private Seen seen(HttpResponse<String> answer) {
    return new Seen(
        answer.statusCode(),
        answer.headers().firstValue("Content-Type"),
        answer.headers().firstValue("Location").map(this::neutral),
        neutral(answer.body()));
  }

  private String neutral(String text) {
    String nameless =
        text.replaceAll("\\b" + name + "(" + WITH + "|" + WITHOUT + ")\\b", "application");
    return CHANGING.matcher(nameless).replaceAll("…");
  }
}
