package io.github.qbconnector.compatibility;

import io.github.qbconnector.compatibility.app.callers.messages.BooksByMessage;
import io.github.qbconnector.compatibility.support.GridRow;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Beans that receive messages, in the transaction of the message or in one of their own. */
@GridRow(value = "message-driven bean", section = GridRow.Section.BEANS)
class MessageDrivenBeanIT extends OptionalCallerPromises {
  private static final String CONTEXT = "message-driven-bean";

  MessageDrivenBeanIT() {
    super(
        CONTEXT,
        "Jakarta Messaging",
        "NoClassDefFoundError: org/apache/activemq/ra/ActiveMQResourceAdapter");
  }

  @Deployment(name = CONTEXT, managed = false, testable = false)
  static WebArchive war() {
    return war(CONTEXT).addPackage(BooksByMessage.class.getPackage());
  }

  static Stream<String> callers() {
    return Stream.of("container-managed", "bean-managed");
  }

  @ParameterizedTest
  @MethodSource("callers")
  void whoeverWasLoggedInWhenItWasAskedForIsNoOwnerHere(String by) {
    assertThatItDoesNotMatterWhoIsLoggedIn(by);
  }
}
