package io.github.qbconnector.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void whoPrintsAHandoverSeesNoLink() {
    Page.Handover handover =
        new Page.Handover(
            "https://shop.example/?invitation=MARKER",
            "The link",
            "Copy",
            "Copied",
            "mailto:?body=MARKER",
            "Mail",
            Duration.ofMinutes(5),
            "It works until noon.",
            "It works for {0}.");
    assertThat(handover.toString()).contains("The link").doesNotContain("MARKER");
  }

  @Test
  void actionsThatAskNothingHaveNoInputs() {
    assertThat(Page.Action.link("Back", "/"))
        .isEqualTo(new Page.Action("Back", "/", false, Map.of(), List.of()));
    Page.Action post = Page.Action.post("Go on", "/connect", Map.of("csrf", "x"));
    assertThat(post.post()).isTrue();
    assertThat(post.inputs()).isEmpty();
    assertThat(post.fields()).containsEntry("csrf", "x");
  }
}
