package io.github.qbconnector.compatibility;

import io.github.qbconnector.compatibility.app.callers.executors.ExecutorCallers;
import io.github.qbconnector.compatibility.support.GridRow;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tasks that the application leaves to the container's executors. */
@GridRow(value = "managed executors", section = GridRow.Section.BEANS)
class ManagedExecutorIT extends CallerPromises {
  private static final String CONTEXT = "managed-executor";

  ManagedExecutorIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return war(CONTEXT).addPackage(ExecutorCallers.class.getPackage());
  }

  static Stream<String> callers() {
    return Stream.of("executor", "scheduler", "completable-future");
  }

  @ParameterizedTest
  @MethodSource("callers")
  void whoeverIsLoggedInOwnsWhatIsReadOrHasToBeNamed(String by) {
    assertThatWhoIsLoggedInIsKnownThereOrHasToBeNamed(by);
  }
}
