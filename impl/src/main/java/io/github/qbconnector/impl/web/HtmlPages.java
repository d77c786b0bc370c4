package io.github.qbconnector.impl.web;

import io.github.qbconnector.spi.Page;
import io.github.qbconnector.spi.PageRenderer;
import java.util.Locale;

/** The shipped look: one column, no script needed, everything escaped. */
public final class HtmlPages implements PageRenderer {
  /** How often a page that waits is loaded again where there is no script, in seconds. */
  private static final int WITHOUT_SCRIPT = 10;

  @Override
  public String render(Page page) {
    StringBuilder html = new StringBuilder(2_048);
    html.append("<!DOCTYPE html>\n<html lang=\"")
        .append(escape(page.locale().toLanguageTag()))
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.refresh()
        .ifPresent(
            refresh ->
                html.append("<meta http-equiv=\"refresh\" content=\"")
                    .append(refresh.after().toSeconds())
                    .append(";url=")
                    .append(escape(refresh.href()))
                    .append("\">\n"));
    page.progress()
        .ifPresent(
            progress ->
                html.append("<noscript><meta http-equiv=\"refresh\" content=\"")
                    .append(WITHOUT_SCRIPT)
                    .append("\"></noscript>\n"));
    html.append("<title>")
        .append(escape(page.title()))
        .append("</title>\n<link rel=\"stylesheet\" href=\"")
        .append(escape(page.basePath()))
        .append("/style.css\">\n<link rel=\"icon\" href=\"")
        .append(escape(page.basePath()))
        .append("/icon.svg\">\n<script src=\"")
        .append(escape(page.basePath()))
        .append("/script.js\" defer></script>\n</head>\n<body>\n");
    page.environment()
        .ifPresent(
            label ->
                html.append("<p class=\"environment\">").append(escape(label)).append("</p>\n"));
    html.append("<main id=\"")
        .append(escape(page.name()))
        .append("\" class=\"")
        .append(page.tone().name().toLowerCase(Locale.ROOT))
        .append("\">\n<h1>")
        .append(escape(page.title()))
        .append("</h1>\n");
    page.paragraphs().forEach(p -> html.append("<p>").append(escape(p)).append("</p>\n"));
    if (!page.facts().isEmpty()) {
      html.append("<dl>\n");
      page.facts()
          .forEach(
              (name, value) ->
                  html.append("<div><dt>")
                      .append(escape(name))
                      .append("</dt><dd>")
                      .append(escape(value))
                      .append("</dd></div>\n"));
      html.append("</dl>\n");
    }
    page.handover().ifPresent(handover -> handover(html, handover));
    page.progress().ifPresent(progress -> progress(html, progress, page));
    html.append("<div class=\"actions\">\n");
    for (int i = 0; i < page.actions().size(); i++) {
      action(html, page.actions().get(i), i == 0);
    }
    return html.append("</div>\n</main>\n</body>\n</html>\n").toString();
  }

  private static void handover(StringBuilder html, Page.Handover handover) {
    html.append("<section class=\"handover\">\n<label for=\"link\">")
        .append(escape(handover.label()))
        .append("</label>\n<input id=\"link\" type=\"text\" readonly value=\"")
        .append(escape(handover.url()))
        .append(
            "\">\n<div class=\"ways\">\n<button type=\"button\" id=\"copy\" class=\"secondary\"")
        .append(" hidden data-copied=\"")
        .append(escape(handover.copiedLabel()))
        .append("\">")
        .append(escape(handover.copyLabel()))
        .append("</button>\n<a class=\"secondary\" id=\"mail\" href=\"")
        .append(escape(handover.mailto()))
        .append("\">")
        .append(escape(handover.mailLabel()))
        .append("</a>\n</div>\n<p class=\"muted\" id=\"expiry\" data-seconds=\"")
        .append(Math.max(0, handover.timeLeft().toSeconds()))
        .append("\" data-text=\"")
        .append(escape(handover.countdownText()))
        .append("\">")
        .append(escape(handover.expiryText()))
        .append("</p>\n</section>\n");
  }

  private static void progress(StringBuilder html, Page.Progress progress, Page page) {
    html.append("<p class=\"progress\" id=\"progress\" role=\"status\" data-status=\"")
        .append(escape(progress.statusHref()))
        .append("\" data-seconds=\"")
        .append(progress.every().toSeconds())
        .append("\" data-state=\"")
        .append(page.state().map(Enum::name).orElse(""))
        .append("\">")
        .append(escape(progress.text()))
        .append("</p>\n");
  }

  private static void input(StringBuilder html, Page.Input input) {
    html.append("<label for=\"")
        .append(escape(input.name()))
        .append("\">")
        .append(escape(input.label()))
        .append("</label>\n<input id=\"")
        .append(escape(input.name()))
        .append("\" name=\"")
        .append(escape(input.name()))
        .append("\" type=\"")
        .append(escape(input.type()))
        .append("\" autocomplete=\"")
        .append(escape(input.autocomplete()))
        .append("\" maxlength=\"")
        .append(input.maxLength())
        .append("\" value=\"")
        .append(escape(input.value()))
        .append("\" required>\n");
  }

  private static void action(StringBuilder html, Page.Action action, boolean first) {
    String look = first ? "primary" : "secondary";
    if (!action.post()) {
      html.append("<a class=\"")
          .append(look)
          .append("\" href=\"")
          .append(escape(action.href()))
          .append("\">")
          .append(escape(action.label()))
          .append("</a>\n");
      return;
    }
    html.append("<form method=\"post\" action=\"").append(escape(action.href())).append("\">\n");
    action
        .fields()
        .forEach(
            (name, value) ->
                html.append("<input type=\"hidden\" name=\"")
                    .append(escape(name))
                    .append("\" value=\"")
                    .append(escape(value))
                    .append("\">\n"));
    action.inputs().forEach(input -> input(html, input));
    html.append("<button class=\"")
        .append(look)
        .append("\">")
        .append(escape(action.label()))
        .append("</button>\n</form>\n");
  }

  /** Escapes for element content and quoted attributes. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }
}
