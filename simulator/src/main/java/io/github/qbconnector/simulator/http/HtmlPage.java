package io.github.qbconnector.simulator.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The frame of every page: one style sheet in the page, no script, nothing from elsewhere. */
public final class HtmlPage {

  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ink:#1d2733;--paper:#fff;--soft:#f2f5f8;--line:#c5ced8;\
      --act:#0b5cad;--act-ink:#fff}
      @media(prefers-color-scheme:dark){:root{--ink:#e6ebf0;--paper:#161b21;--soft:#202832;\
      --line:#445160;--act:#7db8f5;--act-ink:#10161d}}
      body{margin:0;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
      main{max-width:68rem;margin:0 auto;padding:1.5rem}
      main.narrow{max-width:34rem}
      h1{font-size:1.5rem;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}
      table{border-collapse:collapse;width:100%;font-size:.9rem}
      th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid var(--line);\
      vertical-align:top}
      .scroll{overflow-x:auto}
      fieldset{border:1px solid var(--line);border-radius:.4rem;margin:1rem 0;padding:.5rem 1rem}
      .choice{display:block;padding:.45rem 0}.hint{color:inherit;opacity:.8;font-size:.9rem}
      form.inline{display:inline-block;margin:.15rem .3rem .15rem 0}
      button{font:inherit;padding:.4rem .9rem;border:1px solid var(--act);border-radius:.4rem;\
      background:transparent;color:var(--act);cursor:pointer}
      button.main{background:var(--act);color:var(--act-ink)}
      input,select{font:inherit;color:inherit;background:var(--paper);\
      border:1px solid var(--line);border-radius:.3rem;padding:.3rem}
      a{color:var(--act)}
      :focus-visible{outline:3px solid var(--act);outline-offset:2px}
      code{background:var(--soft);padding:.1rem .3rem;border-radius:.2rem}
      """;

  private static final String STYLE_HASH = hash(STYLE);

  private HtmlPage() {}

  /** An answer with a page around the given content, which must be escaped already. */
  public static SimulatorResponse answer(int status, String title, boolean narrow, String content) {
    String page =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
            + escape(title)
            + "</title>\n<style>"
            + STYLE
            + "</style>\n</head>\n<body>\n<main"
            + (narrow ? " class=\"narrow\"" : "")
            + ">\n"
            + content
            + "</main>\n</body>\n</html>\n";
    // No form-action: browsers apply it to the redirect after a form too, and the consent form's
    // redirect leads to the application.
    return SimulatorResponse.html(status, page)
        .with("X-Frame-Options", "DENY")
        .with(
            "Content-Security-Policy",
            "default-src 'none'; style-src '"
                + STYLE_HASH
                + "'; base-uri 'none'; frame-ancestors 'none'")
        .with("Referrer-Policy", "no-referrer")
        .with("X-Content-Type-Options", "nosniff")
        .with("Cache-Control", "no-store");
  }

  /** Makes a text safe between tags and in quoted attributes. */
  public static String escape(String text) {
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

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
