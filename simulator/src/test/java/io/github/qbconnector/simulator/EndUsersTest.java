package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.ConductorTestClient.data;
import static io.github.qbconnector.simulator.ConductorTestClient.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SimulatorExtension.class)
class EndUsersTest {

  private final QuickBooksSimulator simulator;
  private final ConductorTestClient client;

  EndUsersTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.client = new ConductorTestClient(simulator);
  }

  @Test
  void anEndUserIsCreatedReadListedAndDeleted() {
    JsonObject created = client.createEndUser("Acme Inc.", "owner-1").json();
    String id = created.getString("id");

    assertThat(created.keySet())
        .containsExactly(
            "id",
            "objectType",
            "createdAt",
            "companyName",
            "sourceId",
            "email",
            "integrationConnections");
    assertThat(id).startsWith("end_usr_");
    assertThat(created.getString("objectType")).isEqualTo("end_user");
    assertThat(created.getString("createdAt"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(created.getJsonArray("integrationConnections")).isEmpty();
    assertThat(client.get("/end-users/" + id).json()).isEqualTo(created);
    Answer list = client.get("/end-users");
    assertThat(list.text("objectType")).isEqualTo("list");
    assertThat(list.text("url")).isEqualTo("/v1/end-users");
    assertThat(data(list)).containsExactly(created);
    assertThat(client.send("DELETE", "/end-users/" + id, "").body())
        .isEqualTo("{\"id\":\"" + id + "\",\"objectType\":\"end_user\",\"deleted\":true}");
    assertThat(client.get("/end-users/" + id).status()).isEqualTo(404);
  }

  @Test
  void everyAnswerHasARequestIdAndAnErrorRepeatsIt() {
    Answer good = client.get("/end-users");
    Answer bad = client.get("/end-users/end_usr_nobody");

    assertThat(good.header("Conductor-Request-Id")).startsWith("req_");
    assertThat(bad.header("Conductor-Request-Id")).startsWith("req_");
    assertThat(error(bad).getString("requestId")).isEqualTo(bad.header("Conductor-Request-Id"));
    assertThat(simulator.requests().last().orElseThrow().tid())
        .isEqualTo(bad.header("Conductor-Request-Id"));
    assertThat(simulator.requests().last().orElseThrow().errorCode()).contains("RESOURCE_MISSING");
    assertThat(simulator.requests().last().orElseThrow().endUserId()).contains("end_usr_nobody");
  }

  @Test
  void anErrorHasAllSixFieldsAndNoEmptySeventh() {
    JsonObject error = error(client.get("/end-users/end_usr_nobody"));

    assertThat(error.keySet())
        .containsExactlyInAnyOrder(
            "message", "userFacingMessage", "type", "code", "httpStatusCode", "requestId");
    assertThat(error.getString("type")).isEqualTo("INVALID_REQUEST_ERROR");
    assertThat(error.getString("code")).isEqualTo("RESOURCE_MISSING");
    assertThat(error.getInt("httpStatusCode")).isEqualTo(404);
    assertThat(error.getString("userFacingMessage"))
        .isEqualTo("An internal server error occurred. Please try again.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sk_conductor_other", "pk_conductor_sim"})
  void whoHasNoSecretKeyIsRefused(String key) {
    client.key = key;

    Answer answer = client.get("/end-users");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(error(answer).getString("type")).isEqualTo("AUTHENTICATION_ERROR");
    assertThat(error(answer).getString("code")).isEqualTo("API_KEY_INVALID");
  }

  @Test
  void oneProjectDoesNotSeeTheEndUsersOfAnother() {
    String id = client.connected("Acme");
    simulator.conductor().projects().add("sk_conductor_two", "pk_conductor_two");
    client.key = "sk_conductor_two";

    assertThat(data(client.get("/end-users"))).isEmpty();
    assertThat(error(client.get("/end-users/" + id)).getString("code"))
        .isEqualTo("RESOURCE_MISSING");
    assertThat(client.healthCheck(id).status()).isEqualTo(404);
    assertThat(client.passthrough(id, "{\"HostQueryRq\":{}}").status()).isEqualTo(404);
    assertThat(client.send("DELETE", "/end-users/" + id, "").status()).isEqualTo(404);
    assertThat(client.createEndUser("Acme", "Acme").status())
        .as("a source id is taken in its own project only")
        .isEqualTo(200);
  }

  @Test
  void aSourceIdIsTakenOnlyOnce() {
    client.createEndUser("Acme Inc.", "owner-1");

    Answer second = client.createEndUser("Acme again", "owner-1");

    assertThat(second.status()).isEqualTo(400);
    assertThat(error(second).getString("message")).contains("owner-1");
    assertThat(simulator.conductor().endUsers().list()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "\"text\"",
        "{",
        "{}",
        "{\"companyName\":\"A\",\"sourceId\":\"s\"}",
        "{\"companyName\":\"A\",\"sourceId\":1,\"email\":\"e\"}",
        "{\"companyName\":null,\"sourceId\":\"s\",\"email\":\"e\"}",
        "{\"companyName\":\"A\",\"sourceId\":\"s\",\"email\":\"e\",\"name\":\"A\"}"
      })
  void aBodyThatIsNotAsConductorWantsItIsRefused(String body) {
    Answer answer = client.post("/end-users", body, "Content-Type", "application/json");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(error(answer).getString("type")).isEqualTo("INVALID_REQUEST_ERROR");
    assertThat(simulator.conductor().endUsers().list()).isEmpty();
  }

  @Test
  void aComplaintNamesFieldAndLimit() {
    String id = client.connected("Acme");

    String message =
        error(
                client.desktop(
                    "POST",
                    "/customers",
                    id,
                    "{\"name\":\"" + "x".repeat(42) + "\",\"billingAddress\":{\"Line1\":\"x\"}}"))
            .getString("message");

    assertThat(message)
        .contains("Too big: expected string to have <=41 characters at \"name\"")
        .contains("Unrecognized key: \"Line1\" at \"billingAddress\"");
  }

  @Test
  void theConnectionTellsWhenQuickBooksWasAskedAndWhenItAnswered() {
    String id = client.connected("Acme");
    Instant start = simulator.clock().instant();
    simulator.clock().advance(Duration.ofHours(1));
    client.healthCheck(id);
    simulator.clock().advance(Duration.ofHours(1));
    simulator.conductor().desktops().set(id, DesktopState.OFFLINE);
    client.healthCheck(id);

    JsonObject connection =
        client
            .get("/end-users/" + id)
            .json()
            .getJsonArray("integrationConnections")
            .getJsonObject(0);

    assertThat(connection.getString("id")).startsWith("int_conn_");
    assertThat(connection.getString("integrationSlug")).isEqualTo("quickbooks_desktop");
    assertThat(Instant.parse(connection.getString("lastSuccessfulRequestAt")))
        .isBetween(start.plus(Duration.ofMinutes(59)), start.plus(Duration.ofMinutes(61)));
    assertThat(Instant.parse(connection.getString("lastRequestAt")))
        .isBetween(start.plus(Duration.ofMinutes(119)), start.plus(Duration.ofMinutes(121)));
  }

  @Test
  void timesOfSuccessCanBeClaimed() {
    String id = client.connected("Acme");
    simulator.conductor().desktops().lastSuccessfulRequestAt(id, null);

    JsonObject connection =
        client
            .get("/end-users/" + id)
            .json()
            .getJsonArray("integrationConnections")
            .getJsonObject(0);

    assertThat(connection.get("lastSuccessfulRequestAt")).isEqualTo(JsonValue.NULL);
  }
}
