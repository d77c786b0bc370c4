package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.callers.pages.BooksPage;
import io.github.qbconnector.compatibility.support.Adoption;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.TestServer;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that show what their beans read, by expression language alone. */
@GridRow(value = "JSP and expression language", section = GridRow.Section.BEANS)
class JspIT extends CallerPromises {
  private static final String CONTEXT = "jsp";

  JspIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return war(CONTEXT)
        .addClass(BooksPage.class)
        .addAsWebResource("wars/ask.jsp", "ask.jsp")
        .addAsWebResource("wars/ask.jsp", "members/ask.jsp")
        .addAsWebResource("wars/company.jsp", "gated/company.jsp");
  }

  static Stream<String> callers() {
    return Stream.of("page");
  }

  @ParameterizedTest
  @MethodSource("callers")
  void whoeverIsLoggedInOwnsWhatIsRead(String by) {
    assertThatWhoIsLoggedInOwnsWhatIsRead(by);
  }

  /** Some servers show nothing where an expression throws, and go on. */
  @Test
  void aConnectionThatHasEndedSendsTheUserToConnectAtTheNextPageAtTheLatest() {
    Adoption.through(nobody()).of("kim", DropInPromises.PLUMBING);
    Browser kim = nobody().knownToTheContainer("kim");
    assertThat(kim.open("/gated/company.jsp").body()).isEqualTo("company=Northwind Plumbing LLC");
    TestServer.simulator().intuit().grants().revoke(DropInPromises.PLUMBING);
    assertThat(kim.open("/gated/company.jsp").body()).doesNotContain("Northwind");

    HttpResponse<String> answer = kim.open("/gated/company.jsp");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(ConnectJourney.location(answer)).contains("/quickbooks/connect");
  }

  @Override
  String asked(@Nullable String user, String by, String owner, boolean undone) {
    String page = "ask.jsp?owner=%s&undone=%s".formatted(owner, undone);
    return user == null
        ? nobody().open("/" + page).body()
        : nobody().knownToTheContainer(user).open("/members/" + page).body();
  }
}
