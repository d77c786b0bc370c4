package io.github.qbconnector.impl.web;

import io.github.qbconnector.ConnectionDetails;
import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.impl.connection.UserMessages;
import io.github.qbconnector.spi.Page;
import io.github.qbconnector.spi.Page.Action;
import io.github.qbconnector.spi.Page.Refresh;
import io.github.qbconnector.spi.Page.Tone;
import io.github.qbconnector.spi.PageRenderer;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Composes our pages in the user's language and has them rendered. */
final class Pages {
  private static final String BUNDLE = "io.github.qbconnector.impl.web.pages";

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
  record Subject(Locale locale, @Nullable String environment) {}

  /** The page where connecting begins, and where a connection can be looked at. */
  WebAnswer connect(
      Subject subject,
      String connector,
      ConnectionStatus status,
      Optional<ConnectionDetails> details,
      boolean allowed,
      String returnPath,
      boolean otherCompanyAllowed,
      String csrf) {
    Words words = new Words(subject.locale());
    boolean connected = status.state() == ConnectionState.CONNECTED;
    boolean again = status.state() == ConnectionState.RECONNECT_REQUIRED;
    boolean change = connected && otherCompanyAllowed && allowed;
    List<String> text = new ArrayList<>();
    if (!connected && status.state() != ConnectionState.NOT_CONNECTED) {
      text.add(UserMessages.of(status.reason(), subject.locale()));
    }
    if (allowed && (!connected || change)) {
      text.add(words.of("connect.text"));
    }
    if (!allowed) {
      text.add(words.of("connect.notAllowed"));
    }
    List<Action> actions = new ArrayList<>();
    if (allowed) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("csrf", csrf);
      if (!connector.equals(QuickBooks.DEFAULT)) {
        fields.put("connector", connector);
      }
      Map<String, String> connectFields = new LinkedHashMap<>(fields);
      connectFields.put("return", returnPath);
      if (otherCompanyAllowed) {
        connectFields.put("other-company", "true");
      }
      if (change) {
        actions.add(
            new Action(words.of("connect.other"), links.endpoint("connect"), true, connectFields));
        actions.add(Action.link(words.of("back"), links.application(orRoot(returnPath))));
      } else if (connected) {
        actions.add(
            Action.link(words.of("connect.continue"), links.application(orRoot(returnPath))));
        actions.add(
            new Action(words.of("connect.disconnect"), links.endpoint("disconnect"), true, fields));
      } else {
        actions.add(
            new Action(
                words.of(again ? "connect.again" : "connect.button"),
                links.endpoint("connect"),
                true,
                connectFields));
        actions.add(back(words));
      }
    } else {
      actions.add(back(words));
    }
    String title =
        words.of(
            change
                ? "connect.other"
                : connected ? "connect.connected" : again ? "connect.reconnect" : "connect.title");
    Tone tone = connected && !change ? Tone.SUCCESS : again ? Tone.WARNING : Tone.NEUTRAL;
    return html(
        allowed ? 200 : 403,
        page(
            subject,
            "connect",
            title,
            tone,
            text,
            facts(words, details),
            actions,
            Optional.empty(),
            Optional.of(status.state())));
  }

  private static Map<String, String> facts(Words words, Optional<ConnectionDetails> details) {
    Map<String, String> facts = new LinkedHashMap<>();
    details.ifPresent(
        d -> {
          facts.put(words.of("fact.company"), d.companyName().orElse(d.companyId()));
          d.connectedBy().ifPresent(by -> facts.put(words.of("fact.connectedBy"), by));
          facts.put(words.of("fact.connectedAt"), words.day(d.connectedAt()));
          d.endsAt().ifPresent(end -> facts.put(words.of("fact.endsAt"), words.day(end)));
        });
    return facts;
  }

  /** The page that leads on to the provider. */
  WebAnswer leaving(Subject subject, String consentUrl) {
    return leadingOn(subject, "leaving", consentUrl);
  }

  /** The page that comes back to us from our own site, so that strict cookies are sent. */
  WebAnswer hop(Subject subject, String href) {
    return leadingOn(subject, "hop", href);
  }

  private WebAnswer leadingOn(Subject subject, String name, String href) {
    Words words = new Words(subject.locale());
    return notice(
        subject,
        200,
        name,
        Tone.NEUTRAL,
        words.of(name + ".text"),
        List.of(Action.link(words.of(name + ".link"), href)),
        href);
  }

  /** A page that says what happened to a flow and offers the way back. */
  WebAnswer ended(
      Subject subject, int status, String name, Tone tone, String connectHref, Object... details) {
    Words words = new Words(subject.locale());
    return notice(
        subject,
        status,
        name,
        tone,
        words.of(name + ".text", details),
        List.of(Action.link(words.of("tryAgain"), connectHref), back(words)),
        null);
  }

  /** The page after another company was chosen than the connected one. */
  WebAnswer otherCompany(Subject subject, String connectHref, String connectOtherHref) {
    Words words = new Words(subject.locale());
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

  /** The page for a request that must wait. */
  WebAnswer unavailable(
      Subject subject, ConnectionStatus connection, Duration retryAfter, @Nullable String self) {
    Words words = new Words(subject.locale());
    String title =
        switch (connection.state()) {
          case CHECKING -> "unavailable.checking";
          case MISCONFIGURED -> "unavailable.misconfigured";
          default -> "unavailable.title";
        };
    boolean reloads = self != null && connection.state() != ConnectionState.MISCONFIGURED;
    List<String> text = new ArrayList<>();
    if (connection.state() != ConnectionState.CHECKING
        || connection.reason() == StatusReason.STORE_UNAVAILABLE) {
      text.add(
          connection
              .userMessage()
              .orElseGet(() -> UserMessages.of(connection.reason(), subject.locale())));
    }
    if (reloads) {
      text.add(words.of("unavailable.reloads"));
    }
    List<Action> actions = new ArrayList<>();
    if (self != null) {
      actions.add(Action.link(words.of("tryAgain"), self));
    }
    actions.add(back(words));
    return html(
            503,
            page(
                subject,
                "unavailable",
                words.of(title),
                Tone.WARNING,
                text,
                Map.of(),
                actions,
                reloads && self != null
                    ? Optional.of(new Refresh(retryAfter, self))
                    : Optional.empty(),
                Optional.of(connection.state())))
        .withHeader("Retry-After", String.valueOf(retryAfter.toSeconds()));
  }

  /** The page for a request of nobody, where the application's login does not step in. */
  WebAnswer login(Subject subject) {
    Words words = new Words(subject.locale());
    return notice(
        subject, 401, "login", Tone.NEUTRAL, words.of("login.text"), List.of(back(words)), null);
  }

  /** A page that says one thing and offers what to do. */
  private WebAnswer notice(
      Subject subject,
      int status,
      String name,
      Tone tone,
      String text,
      List<Action> actions,
      @Nullable String next) {
    return html(
        status,
        page(
            subject,
            name,
            new Words(subject.locale()).of(name + ".title"),
            tone,
            List.of(text),
            Map.of(),
            actions,
            Optional.ofNullable(next).map(href -> new Refresh(Duration.ZERO, href)),
            Optional.empty()));
  }

  private Action back(Words words) {
    return Action.link(words.of("back"), links.application("/"));
  }

  private WebAnswer html(int status, Page page) {
    return WebAnswer.of(status, "text/html;charset=UTF-8", renderer.render(page));
  }

  private Page page(
      Subject subject,
      String name,
      String title,
      Tone tone,
      List<String> text,
      Map<String, String> facts,
      List<Action> actions,
      Optional<Refresh> refresh,
      Optional<ConnectionState> state) {
    return new Page(
        name,
        Words.shown(subject.locale()),
        title,
        tone,
        List.copyOf(text),
        facts,
        List.copyOf(actions),
        refresh,
        Optional.ofNullable(subject.environment())
            .map(label -> new Words(subject.locale()).of("environment", label)),
        state,
        links.endpoints());
  }

  private static String orRoot(String path) {
    return path.isEmpty() ? "/" : path;
  }

  /** Our words in one language. */
  private record Words(Locale locale) {

    private static ResourceBundle bundle(Locale locale) {
      return ResourceBundle.getBundle(
          BUNDLE,
          locale,
          Pages.class.getClassLoader(),
          ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The language the texts are really in: English, unless a translation is there. */
    static Locale shown(Locale asked) {
      Locale found = bundle(asked).getLocale();
      return found.getLanguage().isEmpty() ? Locale.ENGLISH : found;
    }

    String of(String key, Object... details) {
      String text = bundle(locale).getString(key);
      return details.length == 0 ? text : new MessageFormat(text, locale).format(details);
    }

    String day(Instant instant) {
      return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
          .withLocale(
              shown(locale).getLanguage().equals(locale.getLanguage()) ? locale : shown(locale))
          .format(instant.atZone(ZoneId.systemDefault()));
    }
  }
}
