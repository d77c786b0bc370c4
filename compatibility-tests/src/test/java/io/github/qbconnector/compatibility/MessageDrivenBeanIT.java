package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.qbconnector.compatibility.app.callers.messages.BooksByMessage;
import io.github.qbconnector.compatibility.support.GridCells;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.ServerLog;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Beans that receive messages, in the transaction of the message or in one of their own. */
@GridRow(value = "message-driven bean", section = GridRow.Section.BEANS)
class MessageDrivenBeanIT extends CallerPromises {
  private static final String CONTEXT = "message-driven-bean";
  private static final String WITHOUT_MESSAGES =
      "NoClassDefFoundError: org/apache/activemq/ra/ActiveMQResourceAdapter";

  /** What the server said when it refused; it is asked once, since half of it stays behind. */
  private static String refusal = "";

  @SuppressWarnings("NullAway.Init") // Arquillian sees to it
  @ArquillianResource
  private Deployer deployer;

  MessageDrivenBeanIT() {
    super(CONTEXT);
  }

  @Deployment(name = CONTEXT, managed = false, testable = false)
  static WebArchive war() {
    return war(CONTEXT).addPackage(BooksByMessage.class.getPackage());
  }

  static Stream<String> callers() {
    return Stream.of("container-managed", "bean-managed");
  }

  @Override
  boolean isServerAble() {
    if (refusal.isEmpty()) {
      ServerLog log = ServerLog.fromNow();
      Throwable refused = catchThrowable(() -> deployer.deploy(CONTEXT));
      refusal = refused == null ? "" : refused + log.text();
    }
    return refusal.isEmpty();
  }

  @AfterEach
  void undeploy() {
    if (refusal.isEmpty()) {
      deployer.undeploy(CONTEXT);
    }
  }

  @Test
  @Tag(UNABLE)
  void aServerWithoutMessagesSaysSoWhenTheApplicationIsDeployed() {
    assertThat(refusal).contains(WITHOUT_MESSAGES);
    GridCells.explain(
        MessageDrivenBeanIT.class,
        "the server has no Jakarta Messaging and says at deployment: " + WITHOUT_MESSAGES);
  }

  @ParameterizedTest
  @MethodSource("callers")
  void whoeverWasLoggedInWhenItWasAskedForIsNoOwnerHere(String by) {
    assertThatItDoesNotMatterWhoIsLoggedIn(by);
  }
}
