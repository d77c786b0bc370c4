package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.callers.startup.StartupBooks;
import io.github.qbconnector.compatibility.support.GridRow;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Beans that the server makes before the first request. */
@GridRow(value = "startup bean", section = GridRow.Section.BEANS)
class StartupBeanIT extends CallerPromises {
  private static final String CONTEXT = "startup-bean";

  StartupBeanIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return war(CONTEXT).addPackage(StartupBooks.class.getPackage());
  }

  static Stream<String> callers() {
    return Stream.of("startup");
  }

  @ParameterizedTest
  @MethodSource("callers")
  void whoeverIsLoggedInOwnsWhatIsRead(String by) {
    assertThatWhoIsLoggedInOwnsWhatIsRead(by);
  }

  @Test
  void theStoreIsThereAtStartAndNobodyIsLoggedIn() {
    assertThat(asked(null, "seen", "", false)).isEqualTo("true, NOT_CONNECTED, " + NOBODY);
  }
}
