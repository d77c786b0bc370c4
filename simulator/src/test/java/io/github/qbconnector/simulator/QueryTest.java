package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.TestClient.BAKERY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SimulatorExtension.class)
class QueryTest {

  private final TestClient client;
  private final QuickBooksSimulator simulator;
  private String access = "";

  QueryTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.client = new TestClient(simulator);
  }

  @BeforeEach
  void connect() {
    access =
        simulator
            .intuit()
            .grants()
            .issue("sim-client", BAKERY, TestClient.ACCOUNTING)
            .accessToken();
  }

  private Answer ask(String statement) {
    return client.query(BAKERY, access, statement);
  }

  private JsonObject response(String statement) {
    return ask(statement).json().getJsonObject("QueryResponse");
  }

  private List<String> ids(String statement) {
    JsonObject response = response(statement);
    String entity =
        statement.toLowerCase(Locale.ROOT).contains("from customer") ? "Customer" : "Invoice";
    return response.containsKey(entity)
        ? response.getJsonArray(entity).getValuesAs(JsonObject.class).stream()
            .map(found -> found.getString("Id"))
            .toList()
        : List.of();
  }

  @Test
  void theCompanyCanBeQueried() {
    assertThat(
            response("SELECT * FROM CompanyInfo")
                .getJsonArray("CompanyInfo")
                .getJsonObject(0)
                .getString("CompanyName"))
        .isEqualTo("Harbor Street Bakery");
  }

  @Test
  void aPageTellsWhereItStartsAndHowMuchItReturned() {
    JsonObject response = response("select * from Invoice startposition 9 maxresults 5");

    assertThat(response.getJsonArray("Invoice")).hasSize(2);
    assertThat(response.getInt("startPosition")).isEqualTo(9);
    assertThat(response.getInt("maxResults")).isEqualTo(2);
  }

  @Test
  void anEmptyPageHasNoEntityKey() {
    assertThat(response("select * from Invoice startposition 500")).isEmpty();
  }

  @Test
  void countGivesOnlyTheTotal() {
    assertThat(response("select count(*) from Invoice").toString())
        .isEqualTo("{\"totalCount\":10}");
  }

  @Test
  void inactiveCustomersShowOnlyWhenAskedFor() {
    assertThat(ids("select * from Customer")).hasSize(5).doesNotContain("6");
    assertThat(ids("select * from Customer where Active in (true,false)")).hasSize(6);
    assertThat(ids("select * from Customer where Active = false")).containsExactly("6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Id = '103'|103",
        "Id IN ('101', '104')|101,104",
        "DocNumber = '1002'|102",
        "DocNumber LIKE '100_'|",
        "DocNumber LIKE '%09'|109",
        "TxnDate >= '2026-10-05' AND TxnDate < '2026-10-20'|108,109",
        "Balance = '0'|101,104,107,110",
        "CustomerRef = '2' AND Balance > '0'|102",
        "MetaData.LastUpdatedTime > '2026-10-20T00:00:00-07:00'|110",
      })
  void conditionsNarrowTheAnswer(String condition, String ids) {
    List<String> expected = ids == null || ids.isEmpty() ? List.of() : List.of(ids.split(","));

    assertThat(ids("SELECT * FROM Invoice WHERE " + condition)).isEqualTo(expected);
  }

  @Test
  void quotesAreEscapedByABackslash() {
    assertThat(ids("select * from Customer where DisplayName = 'O\\'Nobody'")).isEmpty();
    assertThat(ids("select * from Customer where DisplayName like 'cliff%'")).containsExactly("1");
  }

  @Test
  void orderbySortsNumbersAsNumbers() {
    List<String> descending = ids("select * from Customer orderby Balance desc");

    assertThat(descending).containsExactly("5", "4", "3", "2", "1");
    assertThat(ids("select * from Customer orderby Balance ASC").get(0)).isEqualTo("1");
  }

  @Test
  void columnsNarrowTheEntities() {
    JsonObject customer =
        response("select Id, DisplayName from Customer maxresults 1")
            .getJsonArray("Customer")
            .getJsonObject(0);

    assertThat(customer.keySet())
        .containsExactlyInAnyOrder("Id", "DisplayName", "domain", "sparse");
  }

  @Test
  void aStatementMayComeInTheBody() {
    Answer answer =
        client.post(
            "/v3/company/" + BAKERY + "/query",
            "select * from Customer where Id = '2'",
            "Authorization",
            "Bearer " + access,
            "Accept",
            "application/json",
            "Content-Type",
            "application/text");

    assertThat(answer.json().getJsonObject("QueryResponse").getJsonArray("Customer")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "delete from Customer",
        "select * Customer",
        "select * from Customer where",
        "select * from Customer where Id = '1' or Id = '2'",
        "select * from Customer where Id ~ '1'",
        "select * from Customer where Id = '1",
        "select * from Customer maxresults many",
        "select * from Customer group by Id"
      })
  void brokenStatementsGet4000(String statement) {
    Answer answer = ask(statement);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\":\"4000\"", "\"type\":\"ValidationFault\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from Unicorn",
        "select * from Invoice where PrivateNote = 'x'",
        "select Horn from Invoice",
        "select * from Customer orderby Horn",
        "select * from Invoice where TotalAmt > 'much'",
        "select * from Invoice where TxnDate > 'soon'",
        "select * from Customer startposition 0"
      })
  void wrongPropertiesAndValuesGet4001(String statement) {
    Answer answer = ask(statement);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\":\"4001\"");
  }
}
