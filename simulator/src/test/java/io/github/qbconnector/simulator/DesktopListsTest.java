package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.ConductorTestClient.data;
import static io.github.qbconnector.simulator.ConductorTestClient.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.conductor.Desktops;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SimulatorExtension.class)
class DesktopListsTest {

  private final QuickBooksSimulator simulator;
  private final Desktops desktops;
  private final ConductorTestClient client;
  private final String endUser;

  DesktopListsTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.desktops = simulator.conductor().desktops();
    this.client = new ConductorTestClient(simulator);
    this.endUser = client.connected("Acme");
  }

  private Answer get(String path) {
    return client.desktop("GET", path, endUser, "");
  }

  @Test
  void aCompanyFileHasCustomersAndInvoicesInQuickBooksFormats() {
    assertThat(get("/company").text("companyName")).isEqualTo("Acme");
    List<JsonObject> customers = data(get("/customers"));
    List<JsonObject> invoices = data(get("/invoices"));

    assertThat(customers).hasSizeGreaterThanOrEqualTo(6);
    assertThat(invoices).hasSizeGreaterThanOrEqualTo(10);
    for (JsonObject invoice : invoices) {
      assertThat(invoice.getString("id")).matches("[0-9A-F]+-\\d{10}");
      assertThat(invoice.getString("subtotal")).matches("\\d+\\.\\d\\d");
      assertThat(invoice.getString("createdAt"))
          .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d");
      assertThat(invoice.getJsonArray("linkedTransactions")).isEmpty();
      assertThat(invoice).containsEntry("memo", JsonValue.NULL);
    }
    assertThat(customers.get(0).getString("id")).matches("8000[0-9A-F]{4}-\\d{10}");
  }

  @Test
  void theHeaderForTheEndUserIsRequired() {
    Answer answer = client.get("/quickbooks-desktop/company");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(error(answer).getString("message")).contains("Conductor-End-User-Id");
    assertThat(client.desktop("GET", "/company", "end_usr_nobody", "").status()).isEqualTo(404);
  }

  @Test
  void aLongListComesInPagesUnderOneCursor() {
    desktops.addInvoices(endUser, 340);
    List<String> ids = new ArrayList<>();
    List<Integer> remaining = new ArrayList<>();
    Answer page = get("/invoices");
    String cursor = page.text("nextCursor");
    while (page.json().getBoolean("hasMore")) {
      assertThat(page.text("nextCursor")).isEqualTo(cursor);
      remaining.add(page.json().getInt("remainingCount"));
      data(page).forEach(invoice -> ids.add(invoice.getString("id")));
      page = get("/invoices?cursor=" + cursor);
    }
    data(page).forEach(invoice -> ids.add(invoice.getString("id")));

    assertThat(ids).hasSize(352).doesNotHaveDuplicates();
    assertThat(remaining).containsExactly(202, 52);
    assertThat(page.json()).containsEntry("nextCursor", JsonValue.NULL);
    assertThat(page.json().getInt("remainingCount")).isZero();
    assertThat(get("/invoices?cursor=" + cursor).status()).as("after the last page").isEqualTo(400);
  }

  @Test
  void aCursorLivesTenSeconds() {
    String cursor = get("/invoices?limit=2").text("nextCursor");
    simulator.clock().advance(Duration.ofSeconds(9));
    assertThat(get("/invoices?limit=2&cursor=" + cursor).status()).isEqualTo(200);
    simulator.clock().advance(Duration.ofSeconds(11));

    Answer late = get("/invoices?limit=2&cursor=" + cursor);

    assertThat(late.status()).isEqualTo(400);
    assertThat(error(late).getString("message")).contains("10 seconds");
  }

  @Test
  void aCursorIsGoodForItsOwnListOnly() {
    String cursor = get("/invoices?limit=2").text("nextCursor");

    assertThat(get("/customers?cursor=" + cursor).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/invoices?limit=0",
        "/invoices?limit=151",
        "/invoices?limit=many",
        "/invoices?paymentStatus=late",
        "/invoices?includeLineItems=yes",
        "/invoices?transactionDateFrom=31.01.2026",
        "/invoices?fullNames=x",
        "/invoices?refNumberContains=1&refNumberStartsWith=1",
        "/customers?status=gone",
        "/customers?nope=1"
      })
  void aParameterThatConductorDoesNotKnowIsRefused(String path) {
    assertThat(get(path).status()).isEqualTo(400);
  }

  @Test
  void listsAreFilteredAsQuickBooksFilters() {
    JsonObject first = data(get("/invoices")).get(0);
    String id = first.getString("id");
    String customer = first.getJsonObject("customer").getString("id");

    assertThat(data(get("/invoices?ids=" + id + "&refNumbers=1002")))
        .extracting(invoice -> invoice.getString("refNumber"))
        .containsExactly("1001", "1002");
    assertThat(data(get("/invoices?customerIds=" + customer)))
        .isNotEmpty()
        .allMatch(invoice -> invoice.getJsonObject("customer").getString("id").equals(customer));
    assertThat(data(get("/invoices?refNumberFrom=1003&refNumberTo=1004"))).hasSize(2);
    assertThat(data(get("/invoices?paymentStatus=paid"))).isEmpty();
    assertThat(data(get("/invoices?includeLineItems=false&limit=1")).get(0).getJsonArray("lines"))
        .isEmpty();
    assertThat(data(get("/invoices?updatedAfter=2099-01-01"))).isEmpty();
    assertThat(data(get("/invoices?updatedAfter=2020-01-01T00:00:00%2B00:00"))).hasSize(12);
    assertThat(data(get("/customers?status=inactive"))).hasSize(1);
    assertThat(data(get("/customers?nameContains=HERON"))).hasSize(1);
    assertThat(data(get("/customers?fullNames=delgado%20landscaping:town%20park"))).hasSize(1);
    assertThat(data(get("/customers?nameContains=nobody"))).isEmpty();
    assertThat(data(get("/customers?totalBalanceGreaterThan=1000000"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/invoices?ids=1-1",
    "/invoices?refNumbers=1001&refNumbers=nope",
    "/customers?fullNames=Nobody",
    "/customers/80000001-1",
    "/invoices/1-1"
  })
  void whoNamesARecordThatIsMissingGetsQuickBooksStatus500(String path) {
    Answer answer = get(path);

    assertThat(answer.status()).isEqualTo(502);
    assertThat(error(answer).getString("type")).isEqualTo("INTEGRATION_ERROR");
    assertThat(error(answer).getString("integrationCode")).isEqualTo("500");
  }

  @Test
  void aCompanyFileCanBeEmptied() {
    desktops.clearData(endUser);

    assertThat(data(get("/invoices"))).isEmpty();
    assertThat(get("/invoices").json().getBoolean("hasMore")).isFalse();
  }
}
