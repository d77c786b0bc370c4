package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.ConductorTestClient.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SimulatorExtension.class)
class ConnectPageTest {

  private final QuickBooksSimulator simulator;
  private final SimulatedConductor conductor;
  private final ConductorTestClient client;
  private final String endUser;

  ConnectPageTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.conductor = simulator.conductor();
    this.client = new ConductorTestClient(simulator);
    this.endUser = conductor.endUsers().add("Acme & Sons", "owner", "bob@example.com").id();
  }

  private static Answer open(URI url) {
    return TestClient.send(TestClient.request(url.toString()).GET());
  }

  @Test
  void aSessionHasAllItsFieldsAndALinkForHalfAnHour() {
    JsonObject session = client.createSession(endUser, "").json();

    assertThat(session.keySet())
        .containsExactly(
            "id",
            "objectType",
            "createdAt",
            "endUserId",
            "clientSecret",
            "authFlowUrl",
            "expiresAt",
            "redirectUrl");
    assertThat(session.getString("id")).startsWith("auth_sess_");
    assertThat(session.getString("authFlowUrl"))
        .isEqualTo(
            simulator.baseUrl()
                + "/conductor/connect/qbd/"
                + session.getString("clientSecret")
                + "?key=pk_conductor_sim");
    assertThat(session.get("redirectUrl")).isEqualTo(JsonValue.NULL);
    assertThat(
            Duration.between(
                Instant.parse(session.getString("createdAt")),
                Instant.parse(session.getString("expiresAt"))))
        .isEqualTo(Duration.ofMinutes(30));
    assertThat(client.get("/auth-sessions/" + session.getString("id")).json()).isEqualTo(session);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"linkExpiryMins\":14",
        ",\"linkExpiryMins\":10081",
        ",\"linkExpiryMins\":\"30\"",
        ",\"redirectUrl\":\"/relative\"",
        ",\"redirectUrl\":\"no url at all\"",
        ",\"returnUrl\":\"http://localhost/\""
      })
  void aSessionWithAWrongFieldIsRefused(String more) {
    Answer answer = client.createSession(endUser, more);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(error(answer).getString("type")).isEqualTo("INVALID_REQUEST_ERROR");
  }

  @Test
  void aSessionNeedsTheProjectsOwnPublishableKeyAndAKnownEndUser() {
    conductor.projects().add("sk_conductor_two", "pk_conductor_two");

    assertThat(
            client
                .post(
                    "/auth-sessions",
                    "{\"publishableKey\":\"pk_conductor_two\",\"endUserId\":\"" + endUser + "\"}")
                .status())
        .isEqualTo(400);
    assertThat(client.createSession("end_usr_nobody", "").status()).isEqualTo(404);
  }

  @Test
  void openingThePageStartsAConnectionThatHasNeverWorked() {
    URI link = client.link(endUser);

    Answer page = open(link);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("Acme &amp; Sons", "Yes, always", "name=\"decision\" value=\"connect\"")
        .doesNotContain("<script");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(conductor.desktops().state(endUser)).isEqualTo(DesktopState.STARTED);
    JsonObject connection =
        client
            .get("/end-users/" + endUser)
            .json()
            .getJsonArray("integrationConnections")
            .getJsonObject(0);
    assertThat(connection.get("lastSuccessfulRequestAt")).isEqualTo(JsonValue.NULL);
    assertThat(error(client.healthCheck(endUser)).getString("code"))
        .isEqualTo("INTEGRATION_CONNECTION_NOT_SET_UP");
  }

  @Test
  void whoFinishesIsConnectedAndGoesWhereTheApplicationWanted() {
    URI link =
        URI.create(
            client
                .createSession(endUser, ",\"redirectUrl\":\"http://localhost:8080/app?x=1\"")
                .text("authFlowUrl"));

    assertThat(conductor.connect(link)).contains(URI.create("http://localhost:8080/app?x=1"));

    assertThat(client.healthCheck(endUser).status()).isEqualTo(200);
    assertThat(conductor.endUsers().find(endUser).orElseThrow().lastSuccessfulRequestAt())
        .isPresent();
  }

  @Test
  void withoutARedirectThePersonIsToldToCloseTheWindow() {
    URI link = client.link(endUser);

    assertThat(conductor.connect(link)).isEmpty();

    assertThat(open(link).body()).contains("This is done already");
  }

  @Test
  void whoDeniesAccessMayTryAgain() {
    URI link = client.link(endUser);

    assertThat(conductor.deny(link)).isEmpty();
    assertThat(error(client.healthCheck(endUser)).getString("integrationCode"))
        .isEqualTo("0x80040420");

    conductor.connect(link);
    assertThat(client.healthCheck(endUser).status()).isEqualTo(200);
  }

  @Test
  void whoCancelsIsSentBackAndNotConnected() {
    URI link =
        URI.create(
            client
                .createSession(endUser, ",\"redirectUrl\":\"http://localhost:8080/app\"")
                .text("authFlowUrl"));

    assertThat(conductor.cancel(link)).contains(URI.create("http://localhost:8080/app"));
    assertThat(conductor.desktops().state(endUser)).isEqualTo(DesktopState.STARTED);
  }

  @Test
  void anotherSessionDoesNotDisturbAConnectionThatWorks() {
    conductor.connect(client.link(endUser));

    conductor.open(client.link(endUser));

    assertThat(conductor.desktops().state(endUser)).isEqualTo(DesktopState.ACTIVE);
  }

  @Test
  void anExpiredLinkSaysSo() {
    URI link = client.link(endUser);
    simulator.clock().advance(Duration.ofMinutes(31));

    Answer page = open(link);

    assertThat(page.status()).isEqualTo(410);
    assertThat(page.body()).contains("This link has expired");
    assertThatThrownBy(() -> conductor.connect(link)).hasMessageContaining("410");
  }

  @Test
  void aSessionCanBeEndedBeforeItsTime() {
    URI link = client.link(endUser);
    conductor.sessions().expire(conductor.sessions().list().get(0).id());

    assertThat(open(link).status()).isEqualTo(410);
  }

  @Test
  void aLinkWithAnotherKeyOrSecretIsNotValid() {
    String link = client.link(endUser).toString();

    assertThat(open(URI.create(link.replace("pk_conductor_sim", "pk_x"))).status()).isEqualTo(404);
    assertThat(open(URI.create(link.replace("?key", "x?key"))).status()).isEqualTo(404);
    assertThat(open(URI.create(link.substring(0, link.indexOf('?')))).status()).isEqualTo(404);
    assertThat(conductor.desktops().state(endUser)).isEqualTo(DesktopState.NONE);
  }

  @Test
  void theLogNamesThePageButNotItsSecret() {
    URI link = client.link(endUser);
    open(link);

    assertThat(simulator.requests().count(EndpointKind.CONNECT_PAGE)).isEqualTo(1);
    assertThat(simulator.requests().last().orElseThrow().endUserId()).contains(endUser);
    assertThat(simulator.requests().list().toString()).doesNotContain("client_secret");
  }
}
