package io.github.qbconnector.impl.web;

import io.github.qbconnector.ConnectionDetails;
import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.impl.connection.UserMessages;
import io.github.qbconnector.spi.Page.Action;
import io.github.qbconnector.spi.Page.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connect page of QuickBooks Online: where connecting begins, and where it can be looked at.
 */
final class ConsentPage {
  private static final Duration WARNED = Duration.ofDays(90);

  private final Pages pages;
  private final Links links;

  ConsentPage(Pages pages, Links links) {
    this.pages = pages;
    this.links = links;
  }

  /**
   * What the page is asked for.
   *
   * @param allowed whether the caller may change the connection
   * @param now when
   * @param fields hidden fields of every form
   */
  record Asked(
      boolean allowed,
      Instant now,
      String returnPath,
      boolean otherCompanyAllowed,
      Map<String, String> fields) {}

  WebAnswer page(
      Pages.Subject subject,
      ConnectionStatus status,
      Optional<ConnectionDetails> details,
      Asked asked) {
    Words words = subject.words();
    boolean connected = status.state() == ConnectionState.CONNECTED;
    boolean again = status.state() == ConnectionState.RECONNECT_REQUIRED;
    boolean change = connected && asked.otherCompanyAllowed() && asked.allowed();
    String title =
        change
            ? "connect.other"
            : connected ? "connect.connected" : again ? "connect.reconnect" : "connect.title";
    PageDraft draft =
        new PageDraft("connect", words.of(title))
            .tone(connected && !change ? Tone.SUCCESS : again ? Tone.WARNING : Tone.NEUTRAL)
            .state(status.state())
            .facts(ConnectionFacts.of(words, details));
    if (!connected && status.state() != ConnectionState.NOT_CONNECTED) {
      draft.text(UserMessages.shown(status, subject.locale()));
    }
    Instant end = connected ? endingSoon(details, asked.now()) : null;
    if (end != null) {
      draft.tone(Tone.WARNING).text(words.of("connect.ending", words.day(end)));
    }
    if (asked.allowed() && (!connected || change)) {
      draft.text(words.of("connect.text"));
    }
    if (!asked.allowed()) {
      draft.text(words.of("connect.notAllowed")).action(pages.back(words));
      return pages.html(403, subject, draft);
    }
    Action onward =
        Action.link(
            words.of(change ? "back" : "connect.continue"), links.onward(asked.returnPath()));
    if (change) {
      draft.action(connect(words, "connect.other", asked)).action(onward);
    } else if (connected) {
      if (end != null) {
        draft.action(connect(words, "connect.again", asked));
      }
      draft
          .action(onward)
          .action(
              Action.post(
                  words.of("connect.disconnect"), links.endpoint("disconnect"), asked.fields()));
    } else {
      draft
          .action(connect(words, again ? "connect.again" : "connect.button", asked))
          .action(pages.back(words));
    }
    return pages.html(200, subject, draft);
  }

  /** Renewing does not put this end off; only connecting again does. */
  private static @Nullable Instant endingSoon(Optional<ConnectionDetails> details, Instant now) {
    return details
        .flatMap(ConnectionDetails::endsAt)
        .filter(end -> now.isAfter(end.minus(WARNED)))
        .orElse(null);
  }

  private Action connect(Words words, String label, Asked asked) {
    Map<String, String> fields = new LinkedHashMap<>(asked.fields());
    fields.put("return", asked.returnPath());
    if (asked.otherCompanyAllowed()) {
      fields.put("other-company", "true");
    }
    return Action.post(words.of(label), links.endpoint("connect"), fields);
  }
}
