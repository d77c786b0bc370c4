package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.ConductorTestClient.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.conductor.Desktops;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SimulatorExtension.class)
class PassthroughTest {

  private final Desktops desktops;
  private final ConductorTestClient client;
  private final String endUser;

  PassthroughTest(QuickBooksSimulator simulator) {
    this.desktops = simulator.conductor().desktops();
    this.client = new ConductorTestClient(simulator);
    this.endUser = client.connected("Acme");
  }

  private Answer send(String body) {
    return client.passthrough(endUser, body);
  }

  private JsonObject answer(String body, String response) {
    return send(body).json().getJsonObject(response);
  }

  private JsonObject addInvoice() {
    return answer(
            """
            {"InvoiceAddRq":{"InvoiceAdd":{"CustomerRef":{"FullName":"Blue Heron Cafe"},
            "TxnDate":"2026-01-31","InvoiceLineAdd":[
            {"ItemRef":{"FullName":"Consulting"},"Quantity":"2","Rate":"10.00"},
            {"Desc":"gift","Amount":"3.00"}]}}}""",
            "InvoiceAddRs")
        .getJsonObject("InvoiceRet");
  }

  @Test
  void companyAndHostTellWhoAnswers() {
    assertThat(
            answer("{\"CompanyQueryRq\":{}}", "CompanyQueryRs")
                .getJsonObject("CompanyRet")
                .getString("CompanyName"))
        .isEqualTo("Acme");
    assertThat(
            answer("{\"HostQueryRq\":{}}", "HostQueryRs")
                .getJsonObject("HostRet")
                .getString("ProductName"))
        .startsWith("QuickBooks Enterprise");
  }

  @Test
  void qbxmlAndTypedRequestsSeeTheSameBooks() {
    JsonObject added = addInvoice();

    JsonObject typed =
        client.desktop("GET", "/invoices/" + added.getString("TxnID"), endUser, "").json();

    assertThat(typed.getString("revisionNumber")).isEqualTo(added.getString("EditSequence"));
    assertThat(typed.getString("subtotal")).isEqualTo("23.00");
    assertThat(typed.getString("transactionDate")).isEqualTo("2026-01-31");
    assertThat(typed.getJsonObject("customer").getString("fullName")).isEqualTo("Blue Heron Cafe");
  }

  @Test
  void aQueryAnswersAListAndNothingFoundIsNoError() {
    JsonArray invoices =
        answer("{\"InvoiceQueryRq\":{\"MaxReturned\":3}}", "InvoiceQueryRs")
            .getJsonArray("InvoiceRet");

    assertThat(invoices).hasSize(3);
    assertThat(invoices.getJsonObject(0)).doesNotContainKeys("InvoiceLineRet", "Memo");
    assertThat(
            answer(
                "{\"CustomerQueryRq\":{\"NameFilter\":{\"MatchCriterion\":\"Contains\","
                    + "\"Name\":\"nobody\"}}}",
                "CustomerQueryRs"))
        .isEmpty();
  }

  @Test
  void queriesAreFiltered() {
    assertThat(
            answer(
                    """
                    {"InvoiceQueryRq":{"IncludeLineItems":true,"PaidStatus":"NotPaidOnly",
                    "EntityFilter":{"FullName":"Blue Heron Cafe"},
                    "RefNumberFilter":{"MatchCriterion":"StartsWith","RefNumber":"10"},
                    "TxnDateRangeFilter":{"FromTxnDate":"2000-01-01","ToTxnDate":"2099-01-01"},
                    "ModifiedDateRangeFilter":{"FromModifiedDate":"2000-01-01"}}}""",
                    "InvoiceQueryRs")
                .getJsonArray("InvoiceRet"))
        .isNotEmpty()
        .allSatisfy(invoice -> assertThat(invoice.asJsonObject()).containsKey("InvoiceLineRet"));
    assertThat(
            answer(
                    "{\"CustomerQueryRq\":{\"FullName\":[\"blue heron cafe\",\"Eastgate Dental\"]}}",
                    "CustomerQueryRs")
                .getJsonArray("CustomerRet"))
        .hasSize(2);
    assertThat(
            answer("{\"CustomerQueryRq\":{\"ActiveStatus\":\"InactiveOnly\"}}", "CustomerQueryRs")
                .getJsonArray("CustomerRet"))
        .hasSize(1);
  }

  @Test
  void aSingleNestedElementStandsWithoutAList() {
    String id = addInvoice().getString("TxnID");
    String query = "{\"InvoiceQueryRq\":{\"IncludeLineItems\":true,\"TxnID\":\"" + id + "\"}}";
    JsonObject two = answer(query, "InvoiceQueryRs").getJsonArray("InvoiceRet").getJsonObject(0);
    String kept = two.getJsonArray("InvoiceLineRet").getJsonObject(1).getString("TxnLineID");
    JsonObject one =
        answer(
                """
                {"InvoiceModRq":{"InvoiceMod":{"TxnID":"%s","EditSequence":"%s",
                "InvoiceLineMod":{"TxnLineID":"%s"}}}}"""
                    .formatted(id, two.getString("EditSequence"), kept),
                "InvoiceModRs")
            .getJsonObject("InvoiceRet");

    assertThat(one.getJsonObject("InvoiceLineRet").getString("Amount")).isEqualTo("3.00");
    assertThat(one.getString("Subtotal")).isEqualTo("3.00");
  }

  @Test
  void customersAreAddedAndModified() {
    JsonObject added =
        answer(
                """
                {"CustomerAddRq":{"CustomerAdd":{"Name":"New one","IsActive":"true",
                "BillAddress":{"Addr1":"1 Road"},"JobStatus":"InProgress"}}}""",
                "CustomerAddRs")
            .getJsonObject("CustomerRet");
    String modification =
        "{\"CustomerModRq\":{\"CustomerMod\":{\"ListID\":\"%s\",\"EditSequence\":\"%s\","
            + "\"Phone\":\"555\"}}}";

    JsonObject modified =
        answer(
                modification.formatted(added.getString("ListID"), added.getString("EditSequence")),
                "CustomerModRs")
            .getJsonObject("CustomerRet");

    assertThat(added.getString("JobStatus")).isEqualTo("InProgress");
    assertThat(modified.getString("Phone")).isEqualTo("555");
    assertThat(modified.getJsonObject("BillAddress").getString("Addr1")).isEqualTo("1 Road");
    assertThat(
            error(send(modification.formatted(added.getString("ListID"), "1")))
                .getString("integrationCode"))
        .isEqualTo("3200");
  }

  @Test
  void transactionsAreVoidedAndDeleted() {
    String id = addInvoice().getString("TxnID");
    String named = "\"TxnID\":\"" + id + "\"";

    assertThat(
            answer("{\"TxnVoidRq\":{\"TxnVoidType\":\"Invoice\"," + named + "}}", "TxnVoidRs")
                .getString("TxnID"))
        .isEqualTo(id);
    assertThat(answer("{\"TxnDelRq\":{\"TxnDelType\":\"Invoice\"," + named + "}}", "TxnDelRs"))
        .containsKey("TimeDeleted");
    assertThat(desktops.data(endUser).invoices().find(id)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500   | {'InvoiceQueryRq':{'TxnID':'1-1'}}",
        "500   | {'CustomerQueryRq':{'FullName':'Nobody'}}",
        "3100  | {'CustomerAddRq':{'CustomerAdd':{'Name':'Eastgate Dental'}}}",
        "3120  | {'CustomerModRq':{'CustomerMod':{'ListID':'1-1','EditSequence':'1'}}}",
        "3120  | {'TxnDelRq':{'TxnDelType':'Invoice','TxnID':'1-1'}}",
        "3140  | {'InvoiceAddRq':{'InvoiceAdd':{'CustomerRef':{'FullName':'Nobody'}}}}",
        "3140  | {'InvoiceAddRq':{'InvoiceAdd':{'CustomerRef':{'ListID':'1-1'}}}}",
        "0x80040400 | {'AccountQueryRq':{}}",
        "0x80040400 | {'InvoiceQueryRq':{}, 'HostQueryRq':{}}",
        "0x80040400 | {'InvoiceQueryRq':[]}",
        "0x80040400 | {'InvoiceQueryRq':{'Limit':1}}",
        "0x80040400 | {'InvoiceQueryRq':{'TxnID':5}}",
        "0x80040400 | {'InvoiceQueryRq':{'TxnDateRangeFilter':{'FromTxnDate':5}}}",
        "0x80040400 | {'InvoiceQueryRq':{'MaxReturned':'many'}}",
        "0x80040400 | {'CustomerAddRq':{'CustomerAdd':{'name':'x'}}}",
        "0x80040400 | {'CustomerAddRq':{'CustomerAdd':{'Name':'x','Balance':'1.00'}}}",
        "0x80040400 | {'CustomerAddRq':{'CustomerAdd':{'Name':['x']}}}",
        "0x80040400 | {'CustomerAddRq':{'CustomerAdd':{'Name':'x','IsActive':'maybe'}}}",
        "0x80040400 | {'CustomerAddRq':{'Name':'x'}}",
        "0x80040400 | {'InvoiceAddRq':{'InvoiceAdd':{'TxnDate':'2026-01-31'}}}"
      })
  void whatQuickBooksWillNotDoHasItsStatusCode(String code, String body) {
    Answer answer = send(body.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(502);
    assertThat(error(answer).getString("type")).isEqualTo("INTEGRATION_ERROR");
    assertThat(error(answer).getString("code")).isEqualTo("QBD_REQUEST_ERROR");
    assertThat(error(answer).getString("integrationCode")).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "not json"})
  void aBodyThatIsNoRequestIsConductorsToRefuse(String body) {
    assertThat(error(send(body)).getString("type")).isEqualTo("INVALID_REQUEST_ERROR");
  }

  @Test
  void anotherIntegrationIsNotKnown() {
    Answer answer =
        client.post("/end-users/" + endUser + "/passthrough/quickbooks_online", "{\"x\":1}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(error(answer).getString("message")).contains("quickbooks_online");
  }
}
