package io.github.qbconnector.impl.web;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.impl.connection.UserMessages;
import io.github.qbconnector.spi.Page.Action;
import io.github.qbconnector.spi.Page.Refresh;
import io.github.qbconnector.spi.Page.Tone;
import io.github.qbconnector.spi.PageRenderer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Composes the pages that say one thing, in the user's language, and has them rendered. */
final class Pages {
  private final PageRenderer renderer;
  private final Links links;

  Pages(PageRenderer renderer, Links links) {
    this.renderer = renderer;
    this.links = links;
  }

  /**
   * What a page is about.
   *
   * @param environment the label of an environment that is not production
   */
  record Subject(Locale locale, @Nullable String environment) {
    Words words() {
      return new Words(locale);
    }
  }

  /** The page that leads on to the provider. */
  WebAnswer leaving(Subject subject, String provider, String href) {
    Words words = subject.words();
    return leadingOn(
        subject,
        "leaving",
        words.of("leaving.text", provider),
        words.of("leaving.link", provider),
        href);
  }

  /** The page that comes back to us from our own site, so that strict cookies are sent. */
  WebAnswer hop(Subject subject, String href) {
    Words words = subject.words();
    return leadingOn(subject, "hop", words.of("hop.text"), words.of("hop.link"), href);
  }

  private WebAnswer leadingOn(
      Subject subject, String name, String text, String label, String href) {
    return notice(
        subject,
        200,
        name,
        Tone.NEUTRAL,
        text,
        List.of(Action.link(label, href)),
        new Refresh(Duration.ZERO, href));
  }

  /** A page that says what happened to a flow and offers the way back. */
  WebAnswer ended(
      Subject subject, int status, String name, Tone tone, String connectHref, Object... details) {
    Words words = subject.words();
    return notice(
        subject,
        status,
        name,
        tone,
        words.of(name + ".text", details),
        List.of(Action.link(words.of("tryAgain"), connectHref), back(words)),
        null);
  }

  /**
   * A page for somebody who has no business in the application.
   *
   * @param href where it may be tried again; {@code null} if that is of no use
   */
  WebAnswer toVisitor(Subject subject, int status, String name, Tone tone, @Nullable String href) {
    Words words = subject.words();
    return notice(
        subject,
        status,
        name,
        tone,
        words.of(name + ".text"),
        href == null ? List.of() : List.of(Action.link(words.of("tryAgain"), href)),
        null);
  }

  /** The page after another company was chosen than the connected one. */
  WebAnswer otherCompany(Subject subject, String connectHref, String connectOtherHref) {
    Words words = subject.words();
    return notice(
        subject,
        409,
        "otherCompany",
        Tone.WARNING,
        words.of("otherCompany.text"),
        List.of(
            Action.link(words.of("tryAgain"), connectHref),
            Action.link(words.of("connect.other"), connectOtherHref),
            back(words)),
        null);
  }

  /**
   * The page for a request that must wait.
   *
   * @param self where it may be tried again; {@code null} if that is of no use
   */
  WebAnswer unavailable(
      Subject subject, ConnectionStatus connection, Duration retryAfter, @Nullable String self) {
    PageDraft draft = unavailable(subject, connection, self, retryAfter);
    return waiting(subject, draft.action(back(subject.words())), retryAfter);
  }

  /** The same page for somebody who has no business in the application. */
  WebAnswer unavailableToVisitor(
      Subject subject, ConnectionStatus connection, Duration retryAfter, @Nullable String self) {
    return waiting(subject, unavailable(subject, connection, self, retryAfter), retryAfter);
  }

  private PageDraft unavailable(
      Subject subject, ConnectionStatus connection, @Nullable String self, Duration retryAfter) {
    Words words = subject.words();
    String title =
        switch (connection.state()) {
          case CHECKING -> "unavailable.checking";
          case MISCONFIGURED -> "unavailable.misconfigured";
          case DESKTOP_OFFLINE -> "unavailable.desktop";
          default -> "unavailable.title";
        };
    PageDraft draft =
        new PageDraft("unavailable", words.of(title)).tone(Tone.WARNING).state(connection.state());
    if (connection.state() != ConnectionState.CHECKING
        || connection.reason() == StatusReason.STORE_UNAVAILABLE) {
      draft.text(UserMessages.shown(connection, subject.locale()));
    }
    if (self != null) {
      draft.action(Action.link(words.of("tryAgain"), self));
      if (connection.state() != ConnectionState.MISCONFIGURED) {
        draft.text(words.of("unavailable.reloads")).refresh(new Refresh(retryAfter, self));
      }
    }
    return draft;
  }

  private WebAnswer waiting(Subject subject, PageDraft draft, Duration retryAfter) {
    return html(503, subject, draft)
        .withHeader("Retry-After", String.valueOf(retryAfter.toSeconds()));
  }

  /** The page for a request of nobody, where the application's login does not step in. */
  WebAnswer login(Subject subject) {
    Words words = subject.words();
    return notice(
        subject, 401, "login", Tone.NEUTRAL, words.of("login.text"), List.of(back(words)), null);
  }

  private WebAnswer notice(
      Subject subject,
      int status,
      String name,
      Tone tone,
      String text,
      List<Action> actions,
      @Nullable Refresh next) {
    PageDraft draft =
        new PageDraft(name, subject.words().of(name + ".title"))
            .tone(tone)
            .text(text)
            .refresh(next);
    actions.forEach(draft::action);
    return html(status, subject, draft);
  }

  Action back(Words words) {
    return Action.link(words.of("back"), links.application("/"));
  }

  WebAnswer html(int status, Subject subject, PageDraft draft) {
    return WebAnswer.of(
        status,
        "text/html;charset=UTF-8",
        renderer.render(draft.page(subject.locale(), subject.environment(), links.endpoints())));
  }
}
