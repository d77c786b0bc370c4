package io.github.qbconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The vendor's own Node clients, of both generations, run unmodified against the simulator. */
@ExtendWith(SimulatorExtension.class)
class ConductorNodeTest {

  @BeforeAll
  static void installClients() throws IOException, InterruptedException {
    NodeScripts.install();
  }

  private static void isConnectionError(
      JsonObject error, int status, String code, String integrationCode) {
    assertThat(error.getString("class")).isEqualTo("ConductorIntegrationConnectionError");
    assertThat(error.getInt("httpStatusCode")).isEqualTo(status);
    assertThat(error.getString("code")).isEqualTo(code);
    assertThat(error.get("integrationCode")).isEqualTo(orNull(integrationCode));
    assertThat(error.getBoolean("hasRequestId")).isTrue();
    assertThat(error.getString("userFacingMessage")).contains("QuickBooks Desktop");
  }

  private static JsonValue orNull(String text) {
    return text.isEmpty() ? JsonValue.NULL : Json.createValue(text);
  }

  private static void isError(JsonObject error, String type, int status, String code) {
    assertThat(error.getString("class")).isEqualTo(type);
    assertThat(error.getInt(error.containsKey("status") ? "status" : "httpStatusCode"))
        .isEqualTo(status);
    assertThat(error.getString("code")).isEqualTo(code);
  }

  @Test
  void theOldClientPingsAsksAndSeesTypedErrors(QuickBooksSimulator simulator)
      throws IOException, InterruptedException {
    JsonObject seen = NodeScripts.run("v11.mjs", simulator);

    assertThat(seen.getJsonObject("created").getString("sourceId")).isEqualTo("node-11");
    assertThat(seen.getBoolean("retrieved")).isTrue();
    assertThat(seen.getInt("listed")).isEqualTo(1);
    isError(
        seen.getJsonObject("again"),
        "ConductorInvalidRequestError",
        400,
        "RESOURCE_ALREADY_EXISTS");
    isError(seen.getJsonObject("missing"), "ConductorInvalidRequestError", 404, "RESOURCE_MISSING");
    isConnectionError(seen.getJsonObject("notSetUp"), 409, "INTEGRATION_CONNECTION_NOT_SET_UP", "");
    assertThat(seen.getBoolean("isTyped")).isTrue();
    assertThat(seen.getBoolean("sameSession")).isTrue();
    assertThat(seen.getJsonObject("person").getString("location"))
        .isEqualTo("http://localhost:9/back");
    assertThat(seen.getJsonObject("ping").getJsonNumber("duration").longValue())
        .isGreaterThanOrEqualTo(0);
    assertThat(seen.getString("company")).isEqualTo("Acme Inc.");
    assertThat(seen.getInt("invoices")).isEqualTo(10);
    assertThat(seen.getJsonObject("invoice").getString("subtotal")).isEqualTo("20.00");
    assertThat(seen.getString("memo")).isEqualTo("changed");
    isError(seen.getJsonObject("stale"), "ConductorIntegrationError", 502, "QBD_REQUEST_ERROR");
    assertThat(seen.getJsonObject("stale").getString("integrationCode")).isEqualTo("3200");
    assertThat(seen.getJsonObject("empty").getString("code")).isEqualTo("QBD_NO_RESPONSE");
    JsonObject states = seen.getJsonObject("states");
    isConnectionError(
        states.getJsonObject("OFFLINE"), 409, "INTEGRATION_CONNECTION_NOT_ACTIVE", "");
    isConnectionError(states.getJsonObject("DENIED"), 502, "QBD_CONNECTION_ERROR", "0x80040420");
    isConnectionError(
        states.getJsonObject("WRONG_FILE"), 502, "QBD_CONNECTION_ERROR", "0x8004040A");
    isConnectionError(states.getJsonObject("TIMEOUT"), 504, "QBD_REQUEST_TIMEOUT", "");
    isError(seen.getJsonObject("badKey"), "ConductorAuthenticationError", 401, "API_KEY_INVALID");
    assertThat(seen.getJsonObject("notServed").getString("code"))
        .as("a plain 404 is no error of Conductor's to this client")
        .isEqualTo("INVALID_JSON_RESPONSE");
  }

  @Test
  void todaysClientChecksHealthPagesWritesAndSeesErrorsByStatus(QuickBooksSimulator simulator)
      throws IOException, InterruptedException {
    JsonObject seen = NodeScripts.run("v12.mjs", simulator);

    assertThat(seen.getJsonObject("created").getString("companyName")).isEqualTo("Acme Inc.");
    assertThat(seen.getBoolean("retrieved")).isTrue();
    assertThat(seen.getInt("listed")).isEqualTo(1);
    isError(
        seen.getJsonObject("notSetUp"), "ConflictError", 409, "INTEGRATION_CONNECTION_NOT_SET_UP");
    assertThat(seen.getJsonObject("notSetUp").getBoolean("sameRequestId")).isTrue();
    assertThat(seen.getJsonObject("person").getInt("status")).isEqualTo(303);
    assertThat(seen.getJsonObject("health").getString("status")).isEqualTo("ok");
    assertThat(seen.getJsonObject("connection").getString("lastSuccessfulRequestAt")).isNotEmpty();
    assertThat(seen.getJsonArray("passthrough").getString(0)).isEqualTo("HostQueryRs");
    assertThat(seen.getString("company")).isEqualTo("Acme Inc.");
    assertThat(seen.getInt("paged")).isEqualTo(312);
    assertThat(seen.getInt("ids")).isEqualTo(312);
    assertThat(seen.getJsonObject("customer").getString("line1")).isEqualTo("1 Road");
    assertThat(seen.getJsonObject("customer").get("line2")).isEqualTo(JsonValue.NULL);
    assertThat(seen.getJsonObject("invoice").getString("subtotal")).isEqualTo("20.00");
    assertThat(seen.getString("memo")).isEqualTo("changed");
    assertThat(seen.getString("found")).isEqualTo("changed");
    isError(seen.getJsonObject("stale"), "InternalServerError", 502, "QBD_REQUEST_ERROR");
    assertThat(seen.getJsonObject("stale").getString("integrationCode")).isEqualTo("3200");
    isError(seen.getJsonObject("invalid"), "BadRequestError", 400, "INVALID_REQUEST");
    assertThat(seen.getJsonObject("deletedInvoice").getBoolean("deleted")).isTrue();
    JsonObject states = seen.getJsonObject("states");
    isError(
        states.getJsonObject("STARTED"), "ConflictError", 409, "INTEGRATION_CONNECTION_NOT_SET_UP");
    isError(
        states.getJsonObject("OFFLINE"), "ConflictError", 409, "INTEGRATION_CONNECTION_NOT_ACTIVE");
    isError(states.getJsonObject("DENIED"), "InternalServerError", 502, "QBD_CONNECTION_ERROR");
    assertThat(states.getJsonObject("MODAL_DIALOG").getString("integrationCode"))
        .isEqualTo("0x80040414");
    isError(states.getJsonObject("TIMEOUT"), "InternalServerError", 504, "QBD_REQUEST_TIMEOUT");
    isError(seen.getJsonObject("badKey"), "AuthenticationError", 401, "API_KEY_INVALID");
    assertThat(seen.getJsonObject("deleted").getBoolean("deleted")).isTrue();
    isError(seen.getJsonObject("gone"), "NotFoundError", 404, "RESOURCE_MISSING");
    assertThat(seen.getJsonObject("notServed").getString("class")).isEqualTo("NotFoundError");
    assertThat(seen.getJsonObject("notServed").get("code")).isEqualTo(JsonValue.NULL);
  }
}
