package io.github.qbconnector.compatibility;

import io.github.qbconnector.compatibility.app.callers.timers.ScheduledBooks;
import io.github.qbconnector.compatibility.support.GridRow;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Beans that the clock calls. */
@GridRow(value = "@Schedule timer", section = GridRow.Section.BEANS)
class ScheduledTimerIT extends CallerPromises {
  private static final String CONTEXT = "scheduled-timer";

  ScheduledTimerIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return war(CONTEXT).addPackage(ScheduledBooks.class.getPackage());
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
