package io.github.qbconnector.sample.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.ConnectionDetails;
import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.StatusReason;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionViewTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Set<ConnectionState> USER_CONNECTS =
      EnumSet.of(
          ConnectionState.NOT_CONNECTED,
          ConnectionState.CONNECTING,
          ConnectionState.RECONNECT_REQUIRED);

  @ParameterizedTest
  @EnumSource(ConnectionState.class)
  void everyStateHasWordsAndOnlyUsersStatesAButton(ConnectionState state) {
    ConnectionView view = view(state, StatusReason.NONE, Optional.empty());

    assertThat(view.title()).isNotBlank();
    assertThat(view.sentence()).isNotBlank();
    assertThat(!view.connectLabel().isEmpty()).isEqualTo(USER_CONNECTS.contains(state));
    assertThat(view.stored()).isFalse();
  }

  @Test
  void namesWhoConnected() {
    ConnectionView view =
        view(ConnectionState.CONNECTED, StatusReason.NONE, Optional.of(details("hanna")));

    assertThat(view.stored()).isTrue();
    assertThat(view.company()).isEqualTo("Harbor");
    assertThat(view.facts())
        .containsEntry("Connected by", "HANNA")
        .containsKeys("Expires if unused", "Expires at the latest");
  }

  @Test
  void doesNotDateTheEndOfAGrantThatHasEnded() {
    ConnectionView view =
        view(
            ConnectionState.RECONNECT_REQUIRED,
            StatusReason.GRANT_REVOKED,
            Optional.of(details("hanna")));

    assertThat(view.sentence()).contains("taken back");
    assertThat(view.facts()).doesNotContainKeys("Expires if unused", "Expires at the latest");
  }

  @Test
  void prefersTheConnectorsOwnSentence() {
    ConnectionStatus status =
        ConnectionStatus.of(ConnectionState.PROVIDER_DOWN, StatusReason.THROTTLED, NOW)
            .withUserMessage("Too much at once.");

    assertThat(ConnectionView.of(status, Optional.empty(), login -> login).sentence())
        .isEqualTo("Too much at once.");
  }

  private static ConnectionView view(
      ConnectionState state, StatusReason reason, Optional<ConnectionDetails> details) {
    return ConnectionView.of(
        ConnectionStatus.of(state, reason, NOW), details, login -> login.toUpperCase(Locale.ROOT));
  }

  private static ConnectionDetails details(String login) {
    return new ConnectionDetails(
        "1", Optional.of("Harbor"), Optional.of(login), NOW, Optional.of(NOW), Optional.of(NOW));
  }
}
