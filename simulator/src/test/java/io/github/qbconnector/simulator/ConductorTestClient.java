package io.github.qbconnector.simulator;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.conductor.DesktopState;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/** An application in front of Conductor, as the tests play it. */
final class ConductorTestClient {

  static final String SLUG = "quickbooks_desktop";

  private final QuickBooksSimulator simulator;
  String key = "sk_conductor_sim";

  ConductorTestClient(QuickBooksSimulator simulator) {
    this.simulator = simulator;
  }

  /** An end-user whose QuickBooks answers. */
  String connected(String companyName) {
    String id =
        simulator.conductor().endUsers().add(companyName, companyName, "a@example.com").id();
    simulator.conductor().desktops().set(id, DesktopState.ACTIVE);
    return id;
  }

  Answer createEndUser(String companyName, String sourceId) {
    return post(
        "/end-users",
        """
        {"companyName":"%s","sourceId":"%s","email":"bob@example.com"}"""
            .formatted(companyName, sourceId));
  }

  Answer createSession(String endUserId, String more) {
    return post(
        "/auth-sessions",
        """
        {"publishableKey":"pk_conductor_sim","endUserId":"%s"%s}"""
            .formatted(endUserId, more));
  }

  /** The link of a new session. */
  URI link(String endUserId) {
    return URI.create(createSession(endUserId, "").text("authFlowUrl"));
  }

  Answer healthCheck(String endUserId, String... headers) {
    return desktop("GET", "/health-check", endUserId, "", headers);
  }

  Answer passthrough(String endUserId, String body) {
    return post("/end-users/" + endUserId + "/passthrough/" + SLUG, body);
  }

  Answer desktop(String method, String path, String endUserId, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Conductor-End-User-Id");
    all.add(endUserId);
    return send(method, "/quickbooks-desktop" + path, body, all.toArray(new String[0]));
  }

  Answer get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  Answer post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  Answer send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        TestClient.request(simulator.conductor().url() + path, headers)
            .header("Authorization", "Bearer " + key)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return TestClient.send(
        body.isEmpty() ? request : request.header("Content-Type", "application/json"));
  }

  static JsonObject error(Answer answer) {
    return answer.json().getJsonObject("error");
  }

  static List<JsonObject> data(Answer answer) {
    JsonArray data = answer.json().getJsonArray("data");
    return data.getValuesAs(JsonObject.class);
  }
}
