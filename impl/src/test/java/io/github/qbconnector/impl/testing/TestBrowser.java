package io.github.qbconnector.impl.testing;

import io.github.qbconnector.impl.web.Endpoints;
import io.github.qbconnector.impl.web.WebAnswer;
import io.github.qbconnector.impl.web.WebRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A browser before the endpoints: keeps cookies, sends forms, knows who is logged in. */
public final class TestBrowser {
  private static final Pattern FIELD =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
  private static final Pattern REFRESH = Pattern.compile("content=\"\\d+;url=([^\"]+)\"");
  private static final Pattern FORM =
      Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">(.*?)</form>", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("<input id=\"link\"[^>]* value=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final Endpoints endpoints;
  public final Map<String, String> cookies = new LinkedHashMap<>();
  public @Nullable String login = "hanna";
  public String fetchSite = "same-origin";

  public TestBrowser(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  public WebAnswer get(String url) {
    return send("GET", url, Map.of());
  }

  public WebAnswer post(String url, Map<String, String> form) {
    return send("POST", url, form);
  }

  /** Presses a button of a page: sends the form it belongs to. */
  public WebAnswer press(WebAnswer page, String button) {
    return press(page, button, Map.of());
  }

  /** Answers what a form asks and presses its button. */
  public WebAnswer press(WebAnswer page, String button, Map<String, String> answers) {
    Matcher form = FORM.matcher(page.body());
    while (form.find()) {
      if (form.group(2).contains(">" + button + "</button>")) {
        Map<String, String> sent = hidden(form.group(2));
        sent.putAll(answers);
        return post(form.group(1), sent);
      }
    }
    throw new AssertionError("the page has no button " + button + ": " + page.body());
  }

  /** Goes where an answer sends the browser. */
  public WebAnswer follow(WebAnswer redirect) {
    if (redirect.status() != 303) {
      throw new AssertionError("not sent on: " + redirect);
    }
    return get(redirect.headers().getOrDefault("Location", ""));
  }

  /** Asks again and again, as the script of a page that waits does, until a text is there. */
  public WebAnswer getUntil(String url, String text) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    WebAnswer answer = get(url);
    while (!answer.body().contains(text)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never came: " + text + " but " + answer.body());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      answer = get(url);
    }
    return answer;
  }

  private WebAnswer send(String method, String url, Map<String, String> form) {
    URI uri = URI.create(url);
    Map<String, String> parameters = new HashMap<>(form);
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&")) {
        String[] parts = pair.split("=", 2);
        parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    String endpoint = uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
    WebAnswer answer =
        endpoints.handle(new Request(method, endpoint, parameters, Map.copyOf(cookies)));
    answer.cookies().forEach(this::keep);
    return answer;
  }

  private void keep(String setCookie) {
    String pair = setCookie.substring(0, setCookie.indexOf(';'));
    String name = pair.substring(0, pair.indexOf('='));
    if (setCookie.contains("Max-Age=0")) {
      cookies.remove(name);
    } else {
      cookies.put(name, pair.substring(pair.indexOf('=') + 1));
    }
  }

  /** The hidden fields of a page's forms. */
  public static Map<String, String> fields(WebAnswer page) {
    return hidden(page.body());
  }

  private static Map<String, String> hidden(String html) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher matcher = FIELD.matcher(html);
    while (matcher.find()) {
      fields.putIfAbsent(matcher.group(1), matcher.group(2).replace("&amp;", "&"));
    }
    return fields;
  }

  /** Where a page goes by itself. */
  public static String next(WebAnswer page) {
    Matcher matcher = REFRESH.matcher(page.body());
    if (!matcher.find()) {
      throw new AssertionError("the page goes nowhere: " + page.body());
    }
    return matcher.group(1).replace("&amp;", "&");
  }

  /** The link that a page hands over to be opened on another machine. */
  public static String handedOver(WebAnswer page) {
    Matcher matcher = LINK.matcher(page.body());
    if (!matcher.find()) {
      throw new AssertionError("the page hands nothing over: " + page.body());
    }
    return matcher.group(1).replace("&amp;", "&");
  }

  /** Begins a flow and returns the URL of the consent page. */
  public String begin(String returnPath) {
    WebAnswer page = get("/app/quickbooks/connect?return=" + returnPath);
    return next(post("/app/quickbooks/connect", fields(page)));
  }

  private final class Request implements WebRequest {
    private final String method;
    private final String endpoint;
    private final Map<String, String> parameters;
    private final Map<String, String> sent;

    Request(
        String method, String endpoint, Map<String, String> parameters, Map<String, String> sent) {
      this.method = method;
      this.endpoint = endpoint;
      this.parameters = parameters;
      this.sent = sent;
    }

    @Override
    public String method() {
      return method;
    }

    @Override
    public String endpoint() {
      return endpoint;
    }

    @Override
    public @Nullable String parameter(String name) {
      return parameters.get(name);
    }

    @Override
    public @Nullable String header(String name) {
      return name.equals("Sec-Fetch-Site") ? fetchSite : null;
    }

    @Override
    public Map<String, String> cookies() {
      return sent;
    }

    @Override
    public @Nullable String callerName() {
      return login;
    }

    @Override
    public boolean isCallerInRole(String role) {
      return false;
    }

    @Override
    public Locale locale() {
      return Locale.GERMANY;
    }
  }
}
