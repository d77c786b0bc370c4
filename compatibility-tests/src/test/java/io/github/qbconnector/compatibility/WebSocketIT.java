package io.github.qbconnector.compatibility;

import io.github.qbconnector.compatibility.app.callers.Errand;
import io.github.qbconnector.compatibility.app.callers.sockets.BooksSocket;
import io.github.qbconnector.compatibility.support.GridRow;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Endpoints that browsers talk to for as long as they like. */
@GridRow(value = "WebSocket endpoint", section = GridRow.Section.BEANS)
class WebSocketIT extends CallerPromises {
  private static final String CONTEXT = "web-socket";

  WebSocketIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return war(CONTEXT).addPackage(BooksSocket.class.getPackage());
  }

  static Stream<String> callers() {
    return Stream.of("socket");
  }

  @Override
  String asked(@Nullable String user, String by, String owner, boolean undone) {
    String errand = Errand.of(owner, undone).text();
    return user == null
        ? nobody().say("/open/socket", errand)
        : nobody().knownToTheContainer(user).say("/members/socket", errand);
  }

  @ParameterizedTest
  @MethodSource("callers")
  void whoeverIsLoggedInOwnsWhatIsRead(String by) {
    assertThatWhoIsLoggedInOwnsWhatIsRead(by);
  }
}
