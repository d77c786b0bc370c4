package io.github.qbconnector.compatibility;

import io.github.qbconnector.compatibility.app.callers.asynchronous.AsynchronousBooks;
import io.github.qbconnector.compatibility.support.GridRow;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Beans that work on a thread of the container's while their client goes on. */
@GridRow(value = "@Asynchronous method", section = GridRow.Section.BEANS)
class AsynchronousBeanIT extends CallerPromises {
  private static final String CONTEXT = "asynchronous-bean";

  AsynchronousBeanIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return war(CONTEXT).addPackage(AsynchronousBooks.class.getPackage());
  }

  static Stream<String> callers() {
    return Stream.of("container-managed", "bean-managed");
  }

  @ParameterizedTest
  @MethodSource("callers")
  void whoeverIsLoggedInOwnsWhatIsReadOrHasToBeNamed(String by) {
    assertThatWhoIsLoggedInIsKnownThereOrHasToBeNamed(by);
  }
}
