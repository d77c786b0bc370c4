package io.github.qbconnector.compatibility.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The way of a person from a gated page through Conductor back to that page, step by step. */
public final class LinkJourney {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final Browser browser;

  /** A journey of one browser. */
  public LinkJourney(Browser browser) {
    this.browser = browser;
  }

  /** A page that shows the link and follows what becomes of it. */
  public record Waiting(String invitation, String statusHref, Html page) {}

  /** Walks all the way on this machine and answers what the gated page says at the end. */
  public HttpResponse<String> from(String gatedPage) {
    HttpResponse<String> sentAway = browser.open(gatedPage);
    assertThat(sentAway.statusCode()).as("gate: %s", sentAway.body()).isEqualTo(303);
    Waiting waiting = begin(ConnectJourney.location(sentAway));
    goOnHere(waiting);
    awaitConnected(waiting);
    return browser.open(gatedPage);
  }

  /** Asks for the link on the connect page. */
  public Waiting begin(String connectPage) {
    return begin(connectPage, Map.of());
  }

  /** Asks for the link, with answers of the person's own. */
  public Waiting begin(String connectPage, Map<String, String> answers) {
    Html.Form begin = Html.of(browser.open(connectPage)).form("step", "begin");
    Map<String, String> filledIn = begin.filledIn();
    filledIn.putAll(answers);
    Html page = Html.of(follow(browser.submit(begin.action(), filledIn)));
    return new Waiting(
        page.attribute("link", "value"), page.attribute("progress", "data-status"), page);
  }

  /** Allows access on this machine, as whoever has the page open. */
  public void goOnHere(Waiting waiting) {
    Html.Form open = waiting.page().form("step", "open");
    URI back = allow(Html.of(browser.submit(open.action(), open.fields())));
    assertThat(follow(browser.open(back.toString())).statusCode()).isEqualTo(200);
  }

  /** Allows access on this machine, as whoever was sent the invitation; answers the last page. */
  public HttpResponse<String> accept(String invitation) {
    Html.Form form = Html.of(browser.open(invitation)).form();
    URI back = allow(Html.of(browser.submit(form.action(), form.filledIn())));
    return browser.open(back.toString());
  }

  private static URI allow(Html leaving) {
    return TestServer.simulator().conductor().connect(URI.create(leaving.link())).orElseThrow();
  }

  private HttpResponse<String> follow(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(ConnectJourney.location(answer));
  }

  /** Looks again and again, as the page does by itself. */
  public void awaitConnected(Waiting waiting) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String status = browser.fetch(waiting.statusHref()).body();
    while (!status.contains("\"CONNECTED\"") && System.nanoTime() < end) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      status = browser.fetch(waiting.statusHref()).body();
    }
    assertThat(status).contains("\"CONNECTED\"");
  }
}
