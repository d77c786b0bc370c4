package io.github.qbconnector.impl.web;

import io.github.qbconnector.ConnectionDetails;
import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.impl.connection.UserMessages;
import io.github.qbconnector.spi.Page.Action;
import io.github.qbconnector.spi.Page.Handover;
import io.github.qbconnector.spi.Page.Input;
import io.github.qbconnector.spi.Page.Progress;
import io.github.qbconnector.spi.Page.Tone;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The connect pages of QuickBooks Desktop, one for each state a set-up can be in. */
final class LinkPages {
  private static final Duration LIVE = Duration.ofSeconds(3);
  private static final int LONGEST_ANSWER = 254;

  private final Pages pages;
  private final Links links;

  LinkPages(Pages pages, Links links) {
    this.pages = pages;
    this.links = links;
  }

  /**
   * What a page is asked for.
   *
   * @param fields hidden fields of every form
   * @param statusHref where a script follows what becomes of the connection
   */
  record Asked(String returnPath, Map<String, String> fields, String statusHref) {

    Map<String, String> deleting() {
      Map<String, String> more = new LinkedHashMap<>(fields);
      more.put("delete-end-user", "true");
      return more;
    }

    Map<String, String> with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(fields);
      more.put("return", returnPath);
      more.put(name, value);
      return more;
    }
  }

  /** Nothing is connected, and nobody is at it. */
  WebAnswer start(
      Pages.Subject subject, ConnectionStatus status, boolean asksForProfile, Asked asked) {
    Words words = subject.words();
    boolean isFirst = status.reason() == StatusReason.NEVER_CONNECTED;
    PageDraft draft = new PageDraft("connect", words.of("desktop.title")).state(status.state());
    if (!isFirst) {
      draft.text(UserMessages.shown(status, subject.locale()));
    }
    draft.text(words.of("desktop.text"));
    if (asksForProfile) {
      draft.text(words.of("desktop.ask.text"));
    }
    draft.action(begin(words, "desktop.begin", asksForProfile, asked)).action(pages.back(words));
    return pages.html(200, subject, draft);
  }

  private Action begin(Words words, String label, boolean asksForProfile, Asked asked) {
    return new Action(
        words.of(label),
        links.endpoint("connect"),
        true,
        asked.with("step", "begin"),
        asksForProfile ? questions(words) : List.of());
  }

  private static List<Input> questions(Words words) {
    return List.of(
        new Input(
            "company", words.of("desktop.ask.company"), "text", "organization", LONGEST_ANSWER, ""),
        new Input("email", words.of("desktop.ask.email"), "email", "email", LONGEST_ANSWER, ""));
  }

  /** A link waits to be opened on the machine that runs QuickBooks. */
  WebAnswer waiting(
      Pages.Subject subject,
      ConnectionStatus status,
      String link,
      Instant expiresAt,
      Duration timeLeft,
      Asked asked) {
    Words words = subject.words();
    PageDraft draft =
        new PageDraft("waiting", words.of("desktop.waiting.title"))
            .state(status.state())
            .text(words.of("desktop.waiting.text"))
            .text(words.of("desktop.always"))
            .handover(handover(words, link, expiresAt, timeLeft))
            .progress(new Progress(asked.statusHref(), LIVE, words.of("desktop.progress")))
            .action(
                Action.post(
                    words.of("desktop.here"),
                    links.endpoint("connect"),
                    asked.with("step", "open")))
            .action(
                Action.post(
                    words.of("desktop.anew"),
                    links.endpoint("connect"),
                    asked.with("step", "anew")))
            .action(pages.back(words));
    return pages.html(200, subject, draft);
  }

  private static Handover handover(Words words, String url, Instant expiresAt, Duration timeLeft) {
    return new Handover(
        url,
        words.of("desktop.link"),
        words.of("desktop.copy"),
        words.of("desktop.copied"),
        "mailto:?subject="
            + encoded(words.of("desktop.mail.subject"))
            + "&body="
            + encoded(words.of("desktop.mail.body", url, words.dayAndTime(expiresAt))),
        words.of("desktop.mail"),
        timeLeft,
        words.of("desktop.expiry", words.dayAndTime(expiresAt)),
        words.of("desktop.countdown"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Connected: what is known, and the ways on. */
  WebAnswer connected(
      Pages.Subject subject,
      ConnectionStatus status,
      Optional<ConnectionDetails> details,
      Asked asked) {
    Words words = subject.words();
    return pages.html(
        200,
        subject,
        new PageDraft("connect", words.of("connect.connected"))
            .tone(Tone.SUCCESS)
            .state(status.state())
            .facts(ConnectionFacts.of(words, details))
            .action(Action.link(words.of("connect.continue"), links.onward(asked.returnPath())))
            .action(disconnect(words, "connect.disconnect", asked.fields()))
            .action(disconnect(words, "desktop.delete", asked.with("delete-end-user", "true"))));
  }

  private Action disconnect(Words words, String label, Map<String, String> fields) {
    return Action.post(words.of(label), links.endpoint("disconnect"), fields);
  }

  /** Connected once, and something is in the way: the machine, the access, or neither's fault. */
  WebAnswer trouble(
      Pages.Subject subject,
      ConnectionStatus status,
      Optional<ConnectionDetails> details,
      Asked asked) {
    Words words = subject.words();
    ConnectionState state = status.state();
    String title =
        switch (state) {
          case RECONNECT_REQUIRED -> "connect.reconnect";
          case DESKTOP_OFFLINE -> "unavailable.desktop";
          case MISCONFIGURED -> "unavailable.misconfigured";
          case CHECKING -> "unavailable.checking";
          default -> "unavailable.title";
        };
    PageDraft draft =
        new PageDraft("trouble", words.of(title))
            .tone(Tone.WARNING)
            .state(state)
            .text(UserMessages.shown(status, subject.locale()))
            .facts(ConnectionFacts.of(words, details));
    if (state != ConnectionState.MISCONFIGURED) {
      draft.progress(new Progress(asked.statusHref(), LIVE, words.of("desktop.recovers")));
    }
    if (state == ConnectionState.RECONNECT_REQUIRED) {
      draft.action(begin(words, "desktop.begin", false, asked));
    }
    draft.action(pages.back(words));
    if (state == ConnectionState.DESKTOP_OFFLINE) {
      draft
          .text(words.of("desktop.moved"))
          .action(begin(words, "desktop.setUpAgain", false, asked));
    }
    if (details.isPresent()) {
      draft.action(disconnect(words, "connect.disconnect", asked.fields()));
    }
    return pages.html(200, subject, draft);
  }

  /** A caller who may look but not touch. */
  WebAnswer forbidden(Pages.Subject subject, ConnectionStatus status) {
    Words words = subject.words();
    return pages.html(
        403,
        subject,
        new PageDraft("connect", words.of("desktop.title"))
            .state(status.state())
            .text(
                status.isConnected() || status.state() == ConnectionState.NOT_CONNECTED
                    ? ""
                    : UserMessages.shown(status, subject.locale()))
            .text(words.of("connect.notAllowed"))
            .action(pages.back(words)));
  }

  /**
   * For whoever was sent an invitation.
   *
   * @param companyName whose QuickBooks it is to be, if that is known
   */
  WebAnswer invited(
      Pages.Subject subject,
      @Nullable String companyName,
      boolean asksForProfile,
      Map<String, String> fields) {
    Words words = subject.words();
    PageDraft draft =
        new PageDraft("invited", words.of("desktop.title"))
            .text(words.of("invited.text", links.host()))
            .text(words.of("invited.where"))
            .text(words.of("desktop.always"));
    if (companyName != null) {
      draft.facts(Map.of(words.of("fact.company"), companyName));
    }
    draft.action(
        new Action(
            words.of("invited.button"),
            links.endpoint("connect"),
            true,
            fields,
            asksForProfile ? questions(words) : List.of()));
    return pages.html(200, subject, draft);
  }

  /** For whoever comes back from Conductor by an invitation, before QuickBooks has answered. */
  WebAnswer invitedWaiting(Pages.Subject subject, String statusHref, Map<String, String> fields) {
    Words words = subject.words();
    return pages.html(
        200,
        subject,
        new PageDraft("invitedWaiting", words.of("invitedWaiting.title"))
            .state(ConnectionState.CONNECTING)
            .text(words.of("invitedWaiting.text"))
            .progress(new Progress(statusHref, LIVE, words.of("desktop.progress")))
            .action(Action.post(words.of("invited.button"), links.endpoint("connect"), fields)));
  }
}
