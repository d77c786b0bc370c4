package io.github.qbconnector.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.Secret;
import io.github.qbconnector.desktop.EndUser.IntegrationConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndUserTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private static IntegrationConnection link(@Nullable Instant asked, @Nullable Instant answered) {
    return new IntegrationConnection(
        "int_conn_1",
        "quickbooks_desktop",
        NOON,
        Optional.ofNullable(asked),
        Optional.ofNullable(answered));
  }

  private static EndUser of(List<IntegrationConnection> links) {
    return new EndUser("end_usr_1", "june", "Juniper", "june@example.com", NOON, links);
  }

  @Test
  void theNewestMomentOfAllLinksCounts() {
    Instant later = NOON.plusSeconds(60);
    EndUser user = of(List.of(link(NOON, later), link(later, NOON), link(null, null)));
    assertThat(user.lastRequestAt()).contains(later);
    assertThat(user.lastSuccessfulRequestAt()).contains(later);
  }

  @Test
  void aLinkThatNeverAnsweredIsNoSuccess() {
    EndUser started = of(List.of(link(NOON, null)));
    assertThat(started.lastRequestAt()).contains(NOON);
    assertThat(started.lastSuccessfulRequestAt()).isEmpty();
    assertThat(of(List.of()).lastRequestAt()).isEmpty();
  }

  @Test
  void whatItWasMadeOfDoesNotChangeIt() {
    List<IntegrationConnection> links = new ArrayList<>();
    EndUser user = of(links);
    links.add(link(NOON, NOON));
    assertThat(user.lastSuccessfulRequestAt()).isEmpty();
  }

  @Test
  void theLinkOfASessionIsNotPrinted() {
    AuthSession session =
        new AuthSession(
            "auth_sess_1",
            "end_usr_1",
            Secret.of("https://connect.example/MARKER"),
            NOON,
            NOON,
            Optional.empty());
    assertThat(session.toString()).contains("auth_sess_1").doesNotContain("MARKER");
  }
}
