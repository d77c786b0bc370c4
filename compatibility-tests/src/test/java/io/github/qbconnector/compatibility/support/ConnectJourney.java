package io.github.qbconnector.compatibility.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way of a person from a gated page through Intuit back to that page, step by step. */
public final class ConnectJourney {
  private static final Pattern FIELD =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
  private static final Pattern FORM = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">");
  private static final Pattern LINK = Pattern.compile("<a class=\"primary\" href=\"([^\"]+)\">");

  private final Browser browser;

  /** A journey of one browser. */
  public ConnectJourney(Browser browser) {
    this.browser = browser;
  }

  /** Walks all the way and answers what the gated page says at the end. */
  public HttpResponse<String> from(String gatedPage, String realmId) {
    HttpResponse<String> sentAway = browser.open(gatedPage);
    assertThat(sentAway.statusCode()).as("gate: %s", sentAway.body()).isEqualTo(303);
    HttpResponse<String> landed = through(location(sentAway), realmId);
    return browser.open(location(landed));
  }

  /** Walks from the connect page to the redirect that leads back into the application. */
  public HttpResponse<String> through(String connectPage, String realmId) {
    HttpResponse<String> page = browser.open(connectPage);
    assertThat(page.statusCode()).as("connect page: %s", page.body()).isEqualTo(200);
    HttpResponse<String> leaving = browser.submit(first(FORM, page.body()), fields(page.body()));
    assertThat(leaving.statusCode()).as("leaving: %s", leaving.body()).isEqualTo(200);
    URI consent = URI.create(first(LINK, leaving.body()));
    URI callback = TestServer.simulator().intuit().consent(consent, realmId);
    HttpResponse<String> landed = browser.open(callback.toString());
    assertThat(landed.statusCode()).as("callback: %s", landed.body()).isEqualTo(303);
    return landed;
  }

  /** Where an answer leads. */
  public static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static Map<String, String> fields(String html) {
    Map<String, String> fields = new HashMap<>();
    Matcher hidden = FIELD.matcher(html);
    while (hidden.find()) {
      fields.put(hidden.group(1), unescape(hidden.group(2)));
    }
    return fields;
  }

  private static String first(Pattern pattern, String html) {
    Matcher matcher = pattern.matcher(html);
    assertThat(matcher.find()).as("%s in %s", pattern, html).isTrue();
    return unescape(matcher.group(1));
  }

  private static String unescape(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
