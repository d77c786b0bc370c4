package io.github.qbconnector.sample.it;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real browser, one window of it, and what its console says. */
final class Chromium implements AutoCloseable {

  /** Whatever a policy forbids is told to the console, with the word that the tests look for. */
  private static final String POLICE =
      "document.addEventListener('securitypolicyviolation', e =>"
          + " console.error('Content Security Policy: ' + e.violatedDirective + ' ' + e.blockedURI))";

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final List<String> complaints = new ArrayList<>();

  Chromium() {
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(ChromiumAtHand.CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--headless",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** A window without any history; what was complained of before is forgotten. */
  Page window() {
    complaints.clear();
    return open(options());
  }

  /** Another window, as on another machine. */
  Page another() {
    return open(options());
  }

  /** Another window in which no script runs. */
  Page withoutScripts() {
    return open(options().setJavaScriptEnabled(false));
  }

  private static NewContextOptions options() {
    return new NewContextOptions()
        .setViewportSize(1280, 800)
        .setLocale("en-US")
        .setPermissions(List.of("clipboard-read", "clipboard-write"))
        // The server's certificate is its own.
        .setIgnoreHTTPSErrors(true);
  }

  private Page open(NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    context.addInitScript(POLICE);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          // Asked for by the browser itself, once, where a page names no icon.
          boolean icon = message.location().contains("/favicon.ico");
          if (!icon && (message.type().equals("error") || message.type().equals("warning"))) {
            complaints.add(message.type() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add("script: " + error));
    return page;
  }

  /** Errors and warnings since {@link #window()}. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Keeps the browser on its page when it would go on to such a URL, for one time. */
  static void stayOnce(Page page, String urlPattern) {
    page.route(
        urlPattern,
        // No content: the page that is shown stays.
        route -> route.fulfill(new Route.FulfillOptions().setStatus(204)),
        new Page.RouteOptions().setTimes(1));
  }

  @Override
  public void close() {
    for (BrowserContext context : browser.contexts()) {
      context.cookies().forEach(c -> Secrets.ISSUED.addCookie(c.name, c.value));
    }
    playwright.close();
  }
}
