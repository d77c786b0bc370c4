package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.TestClient.BAKERY;
import static io.github.qbconnector.simulator.TestClient.PLUMBING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.intuit.Rotation;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class RefreshTest {

  private static final String INCORRECT = "Incorrect or invalid refresh token";

  private final QuickBooksSimulator simulator;
  private final TestClient client;

  RefreshTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.client = new TestClient(simulator);
  }

  private String connected() {
    return client.connect(BAKERY).getString("refresh_token");
  }

  private void assertRefused(String refreshToken, String description) {
    Answer answer = client.refresh(refreshToken);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo("invalid_grant");
    assertThat(answer.text("error_description")).isEqualTo(description);
  }

  @Test
  void theSameValueComesBackWithinADay() {
    String token = connected();
    simulator.clock().advance(Duration.ofHours(23));

    JsonObject refreshed = client.refresh(token).json();

    assertThat(refreshed.getString("refresh_token")).isEqualTo(token);
    assertThat(refreshed.getString("access_token")).isNotEmpty();
    assertThat(refreshed.getInt("x_refresh_token_expires_in")).isEqualTo(8_726_400);
  }

  @Test
  void theFirstRefreshAfterADayBringsANewValueAndKillsTheOldOne() {
    String token = connected();
    simulator.clock().advance(Duration.ofHours(25));

    String rotated = client.refresh(token).text("refresh_token");

    assertThat(rotated).isNotEqualTo(token);
    assertRefused(token, INCORRECT);
    assertThat(client.refresh(rotated).text("refresh_token")).isEqualTo(rotated);
  }

  @Test
  void theAgeAtWhichAValueIsReplacedCanBeScaled() {
    simulator.intuit().tokens().rotationAge(Duration.ofSeconds(20));
    String token = connected();

    assertThat(client.refresh(token).text("refresh_token")).isEqualTo(token);
    simulator.clock().advance(Duration.ofSeconds(20));

    assertThat(client.refresh(token).text("refresh_token")).isNotEqualTo(token);
  }

  @Test
  void everyUseMayBringANewValue() {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE);
    String token = connected();

    String rotated = client.refresh(token).text("refresh_token");

    assertThat(rotated).isNotEqualTo(token);
    assertThat(client.refresh(rotated).text("refresh_token")).isNotEqualTo(rotated);
  }

  @Test
  void thePreviousValueWorksDuringTheGracePeriod() {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE).grace(Duration.ofHours(24));
    String token = connected();
    String rotated = client.refresh(token).text("refresh_token");

    assertThat(client.refresh(token).text("refresh_token")).isEqualTo(rotated);

    simulator.clock().advance(Duration.ofHours(25));
    assertRefused(token, INCORRECT);
  }

  @Test
  void anIdleTokenDiesAfter101Days() {
    String token = connected();
    simulator.clock().advance(Duration.ofDays(100));
    String used = client.refresh(token).text("refresh_token");
    simulator.clock().advance(Duration.ofDays(102));

    assertRefused(used, INCORRECT);
  }

  @Test
  void noTokenOutlivesFiveYears() {
    String token = connected();
    int left = 0;
    for (int days = 0; days < 5 * 365 - 50; days += 50) {
      simulator.clock().advance(Duration.ofDays(50));
      JsonObject refreshed = client.refresh(token).json();
      token = refreshed.getString("refresh_token");
      left = refreshed.getInt("x_refresh_token_expires_in");
    }
    assertThat(left).isLessThan(8_726_400);

    simulator.clock().advance(Duration.ofDays(50));
    assertRefused(token, INCORRECT);
  }

  @Test
  void theHardExpiryCountsDown() {
    String token = connected();
    simulator.clock().advance(Duration.ofDays(10));

    Answer answer =
        client.token(
            Map.of("grant_type", "refresh_token", "refresh_token", token),
            "x-include-refresh-token-hard-expires-in",
            "true");

    assertThat(answer.json().getInt("x_refresh_token_hard_expires_in"))
        .isBetween(157_680_000 - 864_010, 157_680_000 - 864_000);
  }

  @Test
  void unknownTokensAreIncorrect() {
    assertRefused("RT1-00-H0-0", INCORRECT);
  }

  @Test
  void anAccessTokenIsTheWrongTokenType() {
    assertRefused(
        client.connect(BAKERY).getString("access_token"), "Incorrect Token type or clientID");
  }

  @Test
  void theTokenOfAnotherClientStaysAlive() {
    simulator.intuit().clients().add("other", "other-secret", "Another application");
    String token = connected();
    client.id = "other";
    client.secret = "other-secret";

    assertRefused(token, "Incorrect Token type or clientID");

    client.id = "sim-client";
    client.secret = "sim-secret";
    assertThat(client.refresh(token).status()).isEqualTo(200);
  }

  @Test
  void aStaleValueRightAfterRotationRevokesWhereThatIsSwitchedOn() {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE).concurrentRefreshRevokes(true);
    String token = connected();
    String rotated = client.refresh(token).text("refresh_token");

    assertRefused(token, INCORRECT);
    assertRefused(rotated, INCORRECT);
  }

  @Test
  void aStaleValueHarmsNothingByDefault() {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE);
    String token = connected();
    String rotated = client.refresh(token).text("refresh_token");

    assertRefused(token, INCORRECT);
    assertThat(client.refresh(rotated).status()).isEqualTo(200);
  }

  @Test
  void ofManyParallelRefreshesWithOneValueExactlyOneWins() {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE);
    String token = connected();

    List<CompletableFuture<Integer>> refreshes =
        IntStream.range(0, 16)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> client.refresh(token).status()))
            .toList();

    assertThat(refreshes.stream().map(CompletableFuture::join).filter(status -> status == 200))
        .hasSize(1);
    assertThat(simulator.requests().rotations()).isEqualTo(1);
  }

  @Test
  void revokingEndsAllTokensOfTheCompanyAndNoOther() {
    JsonObject first = client.connect(BAKERY);
    JsonObject second = client.connect(BAKERY);
    JsonObject other = client.connect(PLUMBING);

    Answer answer = client.revoke(first.getString("refresh_token"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertRefused(first.getString("refresh_token"), INCORRECT);
    assertRefused(second.getString("refresh_token"), INCORRECT);
    assertThat(client.company(BAKERY, second.getString("access_token")).body())
        .contains("Token revoked");
    assertThat(client.refresh(other.getString("refresh_token")).status()).isEqualTo(200);
  }

  @Test
  void anAccessTokenRevokesTooAndAFormWillDo() {
    JsonObject tokens = client.connect(BAKERY);

    Answer answer =
        client.post(
            "/v2/oauth2/tokens/revoke",
            TestClient.form(Map.of("token", tokens.getString("access_token"))),
            "Authorization",
            client.basic(),
            "Content-Type",
            "application/x-www-form-urlencoded");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(simulator.intuit().grants().connected(BAKERY)).isFalse();
  }

  @Test
  void aDeadTokenCannotBeRevokedAgain() {
    String token = connected();
    client.revoke(token);

    assertThat(client.revoke(token).status()).isEqualTo(400);
    assertThat(client.revoke("").status()).isEqualTo(400);
    client.secret = "wrong";
    assertThat(client.revoke(token).status()).isEqualTo(401);
  }

  @Test
  void theUserMayDisconnectInsideQuickBooks() {
    String token = connected();

    assertThat(simulator.intuit().grants().revoke(BAKERY)).isEqualTo(1);

    assertRefused(token, INCORRECT);
  }
}
