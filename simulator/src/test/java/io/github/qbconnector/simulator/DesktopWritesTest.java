package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.ConductorTestClient.data;
import static io.github.qbconnector.simulator.ConductorTestClient.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.conductor.Desktops;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class DesktopWritesTest {

  private final Desktops desktops;
  private final ConductorTestClient client;
  private final String endUser;

  DesktopWritesTest(QuickBooksSimulator simulator) {
    this.desktops = simulator.conductor().desktops();
    this.client = new ConductorTestClient(simulator);
    this.endUser = client.connected("Acme");
  }

  private Answer get(String path) {
    return client.desktop("GET", path, endUser, "");
  }

  private Answer post(String path, String body) {
    return client.desktop("POST", path, endUser, body);
  }

  private JsonObject newInvoice() {
    String customer = desktops.data(endUser).customers().list().get(0).getString("id");
    return post(
            "/invoices",
            """
            {"customerId":"%s","transactionDate":"2026-01-31","lines":[
            {"itemId":"80000101-1500000000","quantity":2,"rate":"10.5"},
            {"description":"gift","amount":"3"}]}"""
                .formatted(customer))
        .json();
  }

  @Test
  void anInvoiceIsAddedUpAndOwed() {
    JsonObject before = data(get("/customers")).get(0);
    JsonObject invoice = newInvoice();

    assertThat(invoice.getString("subtotal")).isEqualTo("24.00");
    assertThat(invoice.getString("balanceRemaining")).isEqualTo("24.00");
    assertThat(invoice.getBoolean("isPaid")).isFalse();
    assertThat(invoice.getString("refNumber")).isEqualTo("1013");
    assertThat(invoice.getJsonArray("lines").getJsonObject(0).getJsonObject("item"))
        .containsEntry("fullName", Json.createValue("Consulting"));
    JsonObject after = get("/customers/" + before.getString("id")).json();
    assertThat(
            new BigDecimal(after.getString("balance"))
                .subtract(new BigDecimal(before.getString("balance"))))
        .isEqualByComparingTo("24");
  }

  @Test
  void anUpdateNeedsTheNewestRevision() {
    JsonObject invoice = newInvoice();
    String path = "/invoices/" + invoice.getString("id");
    String body = "{\"revisionNumber\":\"%s\",\"memo\":\"%s\"}";
    String revision = invoice.getString("revisionNumber");

    JsonObject updated = post(path, body.formatted(revision, "one")).json();
    Answer stale = post(path, body.formatted(revision, "two"));

    assertThat(updated.getString("memo")).isEqualTo("one");
    assertThat(updated.getString("revisionNumber")).isNotEqualTo(revision);
    assertThat(updated.getJsonArray("lines")).isEqualTo(invoice.getJsonArray("lines"));
    assertThat(stale.status()).isEqualTo(502);
    assertThat(error(stale).getString("integrationCode")).isEqualTo("3200");
    assertThat(error(stale).getString("message"))
        .isEqualTo(
            "QBD Request Error (3200): The provided revision number (edit sequence) \""
                + revision
                + "\" is out-of-date.");
  }

  @Test
  void linesThatComeReplaceAllLines() {
    JsonObject invoice = newInvoice();
    String kept = invoice.getJsonArray("lines").getJsonObject(0).getString("id");

    JsonObject updated =
        post(
                "/invoices/" + invoice.getString("id"),
                """
                {"revisionNumber":"%s","lines":[{"id":"%s","quantity":3},
                {"id":"-1","description":"new","amount":"1.00"}]}"""
                    .formatted(invoice.getString("revisionNumber"), kept))
            .json();

    assertThat(updated.getString("subtotal")).isEqualTo("32.50");
    assertThat(updated.getJsonArray("lines")).hasSize(2);
    assertThat(updated.getJsonArray("lines").getJsonObject(0).getString("rate")).isEqualTo("10.5");
    assertThat(updated.getJsonArray("lines").getJsonObject(1).getString("id")).isNotEqualTo("-1");
  }

  @Test
  void anInvoiceIsVoidedAndDeleted() {
    String id = newInvoice().getString("id");

    JsonObject voided = post("/invoices/" + id + "/void", "").json();
    JsonObject seen = get("/invoices/" + id).json();
    JsonObject deleted = client.desktop("DELETE", "/invoices/" + id, endUser, "").json();

    assertThat(voided.keySet())
        .containsExactly("id", "objectType", "createdAt", "updatedAt", "refNumber", "voided");
    assertThat(seen.getString("subtotal")).isEqualTo("0.00");
    assertThat(deleted.keySet()).containsExactly("id", "objectType", "refNumber", "deleted");
    assertThat(
            error(client.desktop("DELETE", "/invoices/" + id, endUser, ""))
                .getString("integrationCode"))
        .isEqualTo("3120");
  }

  @Test
  void aLockedRecordIsRefusedOnce() {
    JsonObject invoice = newInvoice();
    String id = invoice.getString("id");
    String body = "{\"revisionNumber\":\"" + invoice.getString("revisionNumber") + "\"}";
    desktops.lockNextWrite(endUser, id);

    JsonObject refused = error(post("/invoices/" + id, body));

    assertThat(refused.getString("integrationCode")).isEqualTo("3175");
    assertThat(refused.getString("message")).contains("it is already in use");
    assertThat(post("/invoices/" + id, body).status()).isEqualTo(200);
  }

  @Test
  void aRecordThatAWriteRefersToMayBeLocked() {
    String customer = desktops.data(endUser).customers().list().get(0).getString("id");
    desktops.lockNextWrite(endUser, customer);

    assertThat(
            error(
                    post(
                        "/invoices",
                        "{\"customerId\":\"" + customer + "\",\"transactionDate\":\"2026-01-31\"}"))
                .getString("integrationCode"))
        .isEqualTo("3176");
  }

  @Test
  void aNameIsTakenOnlyOnceAndReferencesAreChecked() {
    assertThat(post("/customers", "{\"name\":\"New one\"}").json().getString("fullName"))
        .isEqualTo("New one");
    assertThat(error(post("/customers", "{\"name\":\"new ONE\"}")).getString("integrationCode"))
        .isEqualTo("3100");
    assertThat(
            error(post("/customers", "{\"name\":\"x\",\"parentId\":\"80000001-1\"}"))
                .getString("integrationCode"))
        .isEqualTo("3140");
    assertThat(
            error(post("/invoices", "{\"customerId\":\"1-1\",\"transactionDate\":\"2026-01-31\"}"))
                .getString("integrationCode"))
        .isEqualTo("3140");
    assertThat(
            error(post("/customers/80000001-1", "{\"revisionNumber\":\"1\"}"))
                .getString("integrationCode"))
        .isEqualTo("3120");
  }
}
