package io.github.qbconnector.impl.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.impl.testing.TestBrowser;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.spi.OwnerProfile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every page for QuickBooks Desktop owes to people, assistive technology and strict CSPs. */
class DesktopPagesTest extends DesktopPageTest {
  private static final Pattern INPUT = Pattern.compile("<input (?!type=\"hidden\")[^>]*>");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

  DesktopPagesTest(QuickBooksSimulator simulator) {
    super(simulator);
  }

  /** One page of every kind, by what it is. */
  private Map<String, WebAnswer> pages() {
    Map<String, WebAnswer> pages = new LinkedHashMap<>();
    Optional<Profile> known = bench.profile;
    bench.profile = Optional.empty();
    String invitation = invitation();
    WebAnswer start = browser.get(CONNECT + "?return=/a%22b");
    pages.put("start", start);
    pages.put("forged", browser.post(CONNECT, Map.of()));
    logOut();
    pages.put("login", visitor.get(CONNECT));
    pages.put("invited", visitor.get(invitation));
    pages.put("invited back", visitor.get(invitation + "&back=1"));
    pages.put("void", visitor.get(CONNECT + "?invitation=x"));
    bench.owner = Optional.of("june");
    bench.profile = known;
    WebAnswer waiting = waitingPage();
    pages.put("waiting", waiting);
    WebAnswer leaving = browser.press(waiting, "Go on here: this is the computer");
    pages.put("leaving", leaving);
    simulator.conductor().connect(assertLeadsToConductor(leaving));
    simulator.clock().advance(Duration.ofSeconds(4));
    pages.put("connected", browser.getUntil(CONNECT, "QuickBooks is connected"));
    for (DesktopState machine : List.of(DesktopState.DENIED, DesktopState.WRONG_FILE)) {
      simulator.conductor().desktops().set(bench.endUser("june"), machine);
      bench.connector.connection("june").ping();
      pages.put(machine.name(), browser.get(CONNECT));
    }
    return pages;
  }

  private static List<String> found(Pattern pattern, String html) {
    return pattern.matcher(html).results().map(MatchResult::group).toList();
  }

  @Test
  void everyPageHasOneHeadingALanguageAndNothingInline() {
    pages()
        .forEach(
            (name, page) -> {
              assertThat(page.body())
                  .as(name)
                  .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                  .containsOnlyOnce("<h1>")
                  .containsOnlyOnce("<main ")
                  .containsPattern("<title>[^<]+</title>")
                  .doesNotContain("<style", " style=", "javascript:")
                  .doesNotContainPattern(" on[a-z]+=")
                  .doesNotContainPattern("<script(?! src=\"/app/quickbooks/script.js\" defer>)");
              assertThat(page.headers().get("Content-Security-Policy"))
                  .as(name)
                  .contains("default-src 'none'")
                  .doesNotContain("unsafe");
            });
  }

  @Test
  void everyQuestionHasItsLabelAndEveryIdIsOneOfAKind() {
    pages()
        .forEach(
            (name, page) -> {
              List<String> ids = new ArrayList<>();
              Matcher id = ID.matcher(page.body());
              while (id.find()) {
                ids.add(id.group(1));
              }
              assertThat(ids).as(name).doesNotHaveDuplicates();
              for (String input : found(INPUT, page.body())) {
                Matcher of = ID.matcher(input);
                assertThat(of.find()).as(name + ": " + input).isTrue();
                assertThat(page.body()).contains("<label for=\"" + of.group(1) + "\">");
              }
            });
  }

  @Test
  void theQuestionsTellTheBrowserWhatTheyAreAbout() {
    bench.profile = Optional.empty();
    assertThat(found(INPUT, browser.get(CONNECT).body()))
        .hasSize(2)
        .allMatch(input -> input.contains(" required") && input.contains("maxlength=\"254\""))
        .anyMatch(input -> input.contains("autocomplete=\"organization\""))
        .anyMatch(input -> input.contains("autocomplete=\"email\""));
  }

  @Test
  void noTextIsShownWithAKeyOrAPlaceHolderInPlaceOfWords() {
    pages()
        .forEach(
            (name, page) ->
                assertThat(page.body().replaceAll("data-text=\"[^\"]*\"", ""))
                    .as(name)
                    .doesNotContain("{0}", "{1}", "null", "desktop.", "invited."));
  }

  @Test
  void theCountdownLeavesRoomForTheTime() {
    assertThat(waitingPage().body())
        .contains("data-text=\"The link works for another {0}.\"")
        .containsPattern("The link works until [A-Z][^<]+20\\d\\d[^<]+\\.</p>");
    assertThat(TestBrowser.handedOver(browser.get(CONNECT))).doesNotContain("\"", "<");
  }
}
