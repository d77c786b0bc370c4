package io.github.qbconnector.impl.web;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.spi.Page;
import io.github.qbconnector.spi.Page.Action;
import io.github.qbconnector.spi.Page.Handover;
import io.github.qbconnector.spi.Page.Progress;
import io.github.qbconnector.spi.Page.Refresh;
import io.github.qbconnector.spi.Page.Tone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page while it is being composed. */
final class PageDraft {
  private final String name;
  private final String title;
  private Tone tone = Tone.NEUTRAL;
  private final List<String> paragraphs = new ArrayList<>();
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final List<Action> actions = new ArrayList<>();
  private @Nullable Handover handover;
  private @Nullable Progress progress;
  private @Nullable Refresh refresh;
  private @Nullable ConnectionState state;

  PageDraft(String name, String title) {
    this.name = name;
    this.title = title;
  }

  PageDraft tone(Tone meant) {
    tone = meant;
    return this;
  }

  PageDraft text(String paragraph) {
    if (!paragraph.isEmpty()) {
      paragraphs.add(paragraph);
    }
    return this;
  }

  PageDraft facts(Map<String, String> more) {
    facts.putAll(more);
    return this;
  }

  PageDraft action(Action action) {
    actions.add(action);
    return this;
  }

  PageDraft handover(Handover link) {
    handover = link;
    return this;
  }

  PageDraft progress(Progress awaited) {
    progress = awaited;
    return this;
  }

  PageDraft refresh(@Nullable Refresh next) {
    refresh = next;
    return this;
  }

  PageDraft state(ConnectionState of) {
    state = of;
    return this;
  }

  /**
   * @param environment the label to show; {@code null} for production
   */
  Page page(Locale locale, @Nullable String environment, String basePath) {
    return new Page(
        name,
        Words.shown(locale),
        title,
        tone,
        List.copyOf(paragraphs),
        Collections.unmodifiableMap(facts),
        List.copyOf(actions),
        Optional.ofNullable(handover),
        Optional.ofNullable(progress),
        Optional.ofNullable(refresh),
        Optional.ofNullable(environment).map(label -> new Words(locale).of("environment", label)),
        Optional.ofNullable(state),
        basePath);
  }
}
