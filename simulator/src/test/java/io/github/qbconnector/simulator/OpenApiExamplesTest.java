package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.ConductorTestClient.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.http.JsonResource;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonPatchBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The request bodies of Conductor's OpenAPI document: what its examples say is accepted, and
 * whatever differs from them in one place is refused.
 */
@ExtendWith(SimulatorExtension.class)
class OpenApiExamplesTest {

  private static final JsonObject OPERATIONS =
      JsonResource.read(OpenApiExamplesTest.class, "conductor-openapi-requests.json")
          .getJsonObject("operations");

  private static final String RECORD = "80000001-1234567890";
  private static final String INVOICE = "123ABC-1234567890";
  private static final String LINE = "456DEF-1234567890";
  private static final String REVISION = "1721172183";

  private final QuickBooksSimulator simulator;
  private final ConductorTestClient client;

  private String endUser = "";

  /** A place in a body: its path, and what the document says of it. */
  private record Place(String pointer, JsonObject schema) {}

  OpenApiExamplesTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.client = new ConductorTestClient(simulator);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /end-users",
        "POST /auth-sessions",
        "POST /quickbooks-desktop/customers",
        "POST /quickbooks-desktop/customers/{id}",
        "POST /quickbooks-desktop/invoices",
        "POST /quickbooks-desktop/invoices/{id}"
      })
  void theExampleIsAcceptedAndEveryDeviationRefused(String operation) {
    JsonObject schema = OPERATIONS.getJsonObject(operation);
    JsonObject example = example(schema).asJsonObject();
    List<Place> objects = new ArrayList<>();
    List<Place> fields = new ArrayList<>();
    List<String> required = new ArrayList<>();
    collect(schema, "", objects, fields, required);

    prepare();
    Answer accepted = send(operation, example);
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
    // A refusal must not come from what the accepted request has left behind.
    prepare();
    for (String pointer : required) {
      refused(operation, pointer, patch().remove(pointer), example);
    }
    for (Place object : objects) {
      refused(operation, object.pointer(), patch().add(object.pointer() + "/extra", "x"), example);
    }
    for (Place field : fields) {
      refused(operation, field.pointer(), wrongType(field), example);
    }
    List<Place> limited =
        fields.stream().filter(field -> field.schema().containsKey("maxLength")).toList();
    for (Place field : limited) {
      String tooLong = "x".repeat(field.schema().getInt("maxLength") + 1);
      refused(operation, field.pointer(), patch().replace(field.pointer(), tooLong), example);
    }
    List<Place> choices =
        fields.stream().filter(field -> field.schema().containsKey("enum")).toList();
    for (Place field : choices) {
      refused(operation, field.pointer(), patch().replace(field.pointer(), "other"), example);
    }
    System.out.printf(
        "%s: refused %d times for a required field dropped, %d for one key more, %d for a wrong"
            + " type, %d for a text too long, %d for no known choice%n",
        operation, required.size(), objects.size(), fields.size(), limited.size(), choices.size());
    assertThat(fields).hasSizeGreaterThanOrEqualTo(3);
  }

  private static JsonPatchBuilder patch() {
    return Json.createPatchBuilder();
  }

  private static JsonPatchBuilder wrongType(Place field) {
    return field.schema().getString("type").equals("boolean")
        ? patch().replace(field.pointer(), "true")
        : patch().replace(field.pointer(), true);
  }

  private void refused(
      String operation, String pointer, JsonPatchBuilder deviation, JsonObject example) {
    Answer answer = send(operation, deviation.build().apply(example));

    assertThat(answer.status()).as("%s at %s", operation, pointer).isEqualTo(400);
    assertThat(error(answer).getString("type")).isEqualTo("INVALID_REQUEST_ERROR");
  }

  /** A world that has whatever the examples refer to. */
  private void prepare() {
    simulator.reset();
    endUser = client.connected("Acme");
    JsonObject line = Json.createObjectBuilder().add("id", LINE).build();
    simulator
        .conductor()
        .desktops()
        .clearData(endUser)
        .addCustomer(
            endUser,
            Json.createObjectBuilder()
                .add("id", RECORD)
                .add("name", "Referred to")
                .add("revisionNumber", REVISION)
                .build());
    simulator
        .conductor()
        .desktops()
        .addInvoice(
            endUser,
            Json.createObjectBuilder()
                .add("id", INVOICE)
                .add("revisionNumber", REVISION)
                .add("lines", Json.createArrayBuilder().add(line))
                .add("lineGroups", Json.createArrayBuilder().add(line))
                .build());
  }

  private Answer send(String operation, JsonObject body) {
    String path = operation.substring("POST ".length());
    String id = path.contains("invoices") ? INVOICE : RECORD;
    return client.post(
        path.replace("{id}", id),
        body.toString()
            .replace("end_usr_1234567abcdefg", endUser)
            .replace("{{YOUR_PUBLISHABLE_KEY}}", "pk_conductor_sim"),
        path.startsWith("/quickbooks-desktop")
            ? new String[] {"Conductor-End-User-Id", endUser}
            : new String[0]);
  }

  private static void collect(
      JsonObject schema,
      String at,
      List<Place> objects,
      List<Place> fields,
      List<String> required) {
    objects.add(new Place(at, schema));
    if (schema.containsKey("required")) {
      for (JsonString name : schema.getJsonArray("required").getValuesAs(JsonString.class)) {
        required.add(at + "/" + name.getString());
      }
    }
    for (Map.Entry<String, JsonValue> property : schema.getJsonObject("properties").entrySet()) {
      JsonObject field = property.getValue().asJsonObject();
      String pointer = at + "/" + property.getKey();
      fields.add(new Place(pointer, field));
      if (field.getString("type").equals("object")) {
        collect(field, pointer, objects, fields, required);
      } else if (field.getString("type").equals("array")) {
        JsonObject item = field.getJsonObject("items");
        fields.add(new Place(pointer + "/0", item));
        if (item.getString("type").equals("object")) {
          collect(item, pointer + "/0", objects, fields, required);
        }
      }
    }
  }

  private static JsonValue example(JsonObject schema) {
    switch (schema.getString("type")) {
      case "object" -> {
        JsonObjectBuilder object = Json.createObjectBuilder();
        schema
            .getJsonObject("properties")
            .forEach((name, property) -> object.add(name, example(property.asJsonObject())));
        return object.build();
      }
      case "array" -> {
        return Json.createArrayBuilder().add(example(schema.getJsonObject("items"))).build();
      }
      default -> {
        JsonValue given =
            schema.getOrDefault("example", schema.getOrDefault("default", JsonValue.NULL));
        return given == JsonValue.NULL ? Json.createValue(INVOICE) : cut(given, schema);
      }
    }
  }

  /** One example of the document, a port of shipment, is longer than the document allows. */
  private static JsonValue cut(JsonValue example, JsonObject schema) {
    return example instanceof JsonString text
            && text.getString().length() > schema.getInt("maxLength", Integer.MAX_VALUE)
        ? Json.createValue(text.getString().substring(0, schema.getInt("maxLength")))
        : example;
  }
}
