package io.github.qbconnector.sample.web;

/** How something on a page is meant; the style sheet has a class for each. */
public enum Tone {
  GOOD("good"),
  QUIET("quiet"),
  WARN("warn"),
  BAD("bad");

  private final String css;

  Tone(String css) {
    this.css = css;
  }

  public String getCss() {
    return css;
  }
}
