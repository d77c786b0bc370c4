package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.callers.interceptors.Audit;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Interceptors of the application's own around beans that call QuickBooks, beside ours. */
@GridRow(value = "interceptors of the application's own", section = GridRow.Section.BEANS)
class InterceptorIT extends CallerPromises {
  private static final String CONTEXT = "interceptor";

  InterceptorIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return war(CONTEXT).addPackage(Audit.class.getPackage());
  }

  static Stream<String> callers() {
    return Stream.of("bound", "named");
  }

  @ParameterizedTest
  @MethodSource("callers")
  void whoeverIsLoggedInOwnsWhatIsRead(String by) {
    assertThatWhoIsLoggedInOwnsWhatIsRead(by);
  }

  @ParameterizedTest
  @MethodSource("callers")
  void theyMayCallQuickBooksAndSeeOurExceptionsByType(String by) {
    String owner = connected(by);
    assertThat(asked(null, by, owner, false)).startsWith(owner);
    assertThat(asked(null, "trail", owner, false)).isEqualTo("CONNECTED, then an answer");

    String stranger = by + "-unseen";
    assertThat(asked(null, by, stranger, false)).isEqualTo(NOT_CONNECTED);
    assertThat(asked(null, "trail", stranger, false)).isEqualTo("NOT_CONNECTED, then QBC0101");
  }

  @Test
  void theStartSaysHowManyClassesHaveAGateOfTheirOwn() throws IOException {
    assertThat(Files.readString(TestServer.log()))
        .contains("gate ENFORCE on [/gated/*] and by @RequiresQuickBooks, classes: 2;");
  }

  @ParameterizedTest
  @MethodSource("callers")
  void theGateStandsAmongThem(String by) {
    String gated = by + "-gated";
    assertThat(asked(null, gated, "", false)).as("nobody").isEqualTo(NOBODY);
    assertThat(asked("bob", gated, "", false)).as("not connected").isEqualTo(NOT_CONNECTED);
    assertThatWhoIsLoggedInOwnsWhatIsRead(gated);
  }
}
