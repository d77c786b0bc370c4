package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.callers.pages.BooksPage;
import io.github.qbconnector.compatibility.support.Adoption;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.TestServer;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faces pages and their beans. */
@GridRow(value = "Faces bean", section = GridRow.Section.BEANS)
class FacesIT extends CallerPromises {
  private static final String CONTEXT = "faces";
  private static final Pattern SHOWN = Pattern.compile("<p id=\"answer\">(.*?)</p>");
  private static final Pattern FIELD =
      Pattern.compile("<input(?=[^>]* name=\"([^\"]+)\")(?=[^>]* value=\"([^\"]*)\")");

  FacesIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return war(CONTEXT)
        .addPackage(BooksPage.class.getPackage())
        .addAsWebResource("wars/ask.xhtml", "ask.xhtml")
        .addAsWebResource("wars/ask.xhtml", "members/ask.xhtml")
        .addAsWebResource("wars/desk.xhtml", "members/desk.xhtml")
        .addAsWebResource("wars/company.xhtml", "gated/company.xhtml")
        .setWebXML("wars/faces-pages.xml");
  }

  static Stream<String> callers() {
    return Stream.of("page");
  }

  @ParameterizedTest
  @MethodSource("callers")
  void whoeverIsLoggedInOwnsWhatIsRead(String by) {
    assertThatWhoIsLoggedInOwnsWhatIsRead(by);
  }

  @Test
  void aBeanThatLivesAsLongAsItsPageReadsWhenTheButtonIsPressed() {
    Adoption.through(nobody()).of("kim", DropInPromises.PLUMBING);
    Browser kim = nobody().knownToTheContainer("kim");
    HttpResponse<String> page = kim.open("/members/desk.xhtml");
    assertThat(shown(page)).isEqualTo("none yet");

    Map<String, String> form = new HashMap<>();
    FIELD.matcher(page.body()).results().forEach(f -> form.put(f.group(1), f.group(2)));

    assertThat(shown(kim.submit("/members/desk.xhtml", form))).isEqualTo("Northwind Plumbing LLC");
  }

  @Test
  void aConnectionThatEndsWhileThePageIsMadeSendsTheUserToConnectAgain() {
    Adoption.through(nobody()).of("kim", DropInPromises.PLUMBING);
    Browser kim = nobody().knownToTheContainer("kim");
    assertThat(shown(kim.open("/gated/company.xhtml"))).isEqualTo("Northwind Plumbing LLC");
    TestServer.simulator().intuit().grants().revoke(DropInPromises.PLUMBING);

    HttpResponse<String> answer = kim.open("/gated/company.xhtml");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(ConnectJourney.location(answer)).contains("/quickbooks/connect");
  }

  @Override
  String asked(@Nullable String user, String by, String owner, boolean undone) {
    String page = "ask.xhtml?owner=%s&undone=%s".formatted(owner, undone);
    return shown(
        user == null
            ? nobody().open("/" + page)
            : nobody().knownToTheContainer(user).open("/members/" + page));
  }

  private static String shown(HttpResponse<String> page) {
    Matcher answer = SHOWN.matcher(page.body());
    assertThat(answer.find()).as(page.body()).isTrue();
    return answer.group(1);
  }
}
