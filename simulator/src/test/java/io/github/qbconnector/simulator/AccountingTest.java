package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.TestClient.BAKERY;
import static io.github.qbconnector.simulator.TestClient.PLUMBING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.intuit.accounting.Company;
import io.github.qbconnector.simulator.intuit.accounting.EntityType;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class AccountingTest {

  private final QuickBooksSimulator simulator;
  private final TestClient client;
  private String access = "";

  AccountingTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.client = new TestClient(simulator);
  }

  @BeforeEach
  void connect() {
    access = client.connect(BAKERY).getString("access_token");
  }

  private Answer read(String path) {
    return client.get("/v3/company/" + BAKERY + path, TestClient.bearer(access));
  }

  private JsonObject lowerCaseFault(Answer answer) {
    return answer.json().getJsonObject("fault").getJsonArray("error").getJsonObject(0);
  }

  private JsonObject fault(Answer answer) {
    return answer.json().getJsonObject("Fault").getJsonArray("Error").getJsonObject(0);
  }

  @Test
  void theBooksLookLivedIn() {
    assertThat(simulator.intuit().companies().list()).hasSizeGreaterThanOrEqualTo(3);
    for (Company company : simulator.intuit().companies().list()) {
      assertThat(company.realmId()).matches("\\d{10,19}");
      assertThat(company.list(EntityType.CUSTOMER)).hasSizeGreaterThanOrEqualTo(5);
      assertThat(company.list(EntityType.INVOICE)).hasSizeGreaterThanOrEqualTo(8);
    }
  }

  @Test
  void companyInfoCustomersAndInvoicesAreReadById() {
    Answer info = read("/companyinfo/" + BAKERY + "?minorversion=75");
    assertThat(info.json().getJsonObject("CompanyInfo").getString("CompanyName"))
        .isEqualTo("Harbor Street Bakery");
    assertThat(info.text("time")).matches("\\d{4}-\\d\\d-\\d\\dT.*-0[78]:00");
    assertThat(info.header("intuit_tid")).isNotEmpty();

    assertThat(read("/customer/1").json().getJsonObject("Customer").getString("DisplayName"))
        .isEqualTo("Cliffside Inn");

    JsonObject invoice = read("/invoice/101").json().getJsonObject("Invoice");
    assertThat(invoice.keySet())
        .contains(
            "Line",
            "DocNumber",
            "TxnDate",
            "DueDate",
            "TotalAmt",
            "Balance",
            "CustomerRef",
            "CurrencyRef",
            "MetaData",
            "Id",
            "SyncToken");
  }

  @Test
  void anUnknownIdIsNotFound() {
    assertThat(read("/customer/4711").status()).isEqualTo(400);
    assertThat(fault(read("/customer/4711")).getString("code")).isEqualTo("610");
    assertThat(fault(read("/customer/x")).getString("code")).isEqualTo("610");
  }

  @Test
  void anUnknownEntityIsUnsupported() {
    assertThat(fault(read("/unicorn/1")).getString("code")).isEqualTo("500");
  }

  @Test
  void aBadTokenGetsTheLowerCaseFault() {
    access = "short";

    Answer answer = read("/companyinfo/" + BAKERY);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(lowerCaseFault(answer).getString("code")).isEqualTo("3200");
    assertThat(lowerCaseFault(answer).getString("message"))
        .isEqualTo("message=AuthenticationFailed; errorCode=003200; statusCode=401");
    assertThat(lowerCaseFault(answer).getString("detail"))
        .isEqualTo("Malformed bearer token: too short or too long");
    assertThat(answer.json().getJsonObject("fault").getString("type")).isEqualTo("AUTHENTICATION");
  }

  @Test
  void anAccessTokenExpiresAfterAnHour() {
    simulator.clock().advance(Duration.ofMinutes(59));
    assertThat(read("/companyinfo/" + BAKERY).status()).isEqualTo(200);

    simulator.clock().advance(Duration.ofMinutes(2));
    assertThat(read("/companyinfo/" + BAKERY).status()).isEqualTo(401);
    assertThat(lowerCaseFault(read("/companyinfo/" + BAKERY)).getString("detail"))
        .isEqualTo("Token expired");
  }

  @Test
  void accessTokensExpireOnCommandWhileRefreshingWorks() {
    String refresh = client.connect(BAKERY).getString("refresh_token");

    simulator.intuit().grants().expireAccessTokens(BAKERY);

    assertThat(read("/companyinfo/" + BAKERY).status()).isEqualTo(401);
    access = client.refresh(refresh).text("access_token");
    assertThat(read("/companyinfo/" + BAKERY).status()).isEqualTo(200);
  }

  @Test
  void anotherCompanyIsForbidden() {
    Answer answer = client.company(PLUMBING, access);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(lowerCaseFault(answer).getString("code")).isEqualTo("3100");
  }

  @Test
  void withoutTheAdminEveryReadFailsUntilHeIsBack() {
    simulator.intuit().grants().removeAdmin(BAKERY);
    Answer answer = read("/companyinfo/" + BAKERY);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(fault(answer).getString("code")).isEqualTo("120");

    simulator.intuit().grants().restoreAdmin(BAKERY);
    assertThat(read("/companyinfo/" + BAKERY).status()).isEqualTo(200);
  }

  @Test
  void xmlIsTheDefault() {
    Answer answer =
        client.get("/v3/company/" + BAKERY + "/invoice/101", "Authorization", "Bearer " + access);

    assertThat(answer.header("Content-Type")).startsWith("application/xml");
    assertThat(answer.body())
        .contains("<IntuitResponse time=")
        .contains("xmlns=\"http://schema.intuit.com/finance/v3\"")
        .contains("<Invoice domain=\"QBO\" sparse=\"false\">")
        .contains("<CustomerRef name=\"Cliffside Inn\">1</CustomerRef>");
  }

  @Test
  void anXmlQueryCarriesItsPositionsAsAttributes() {
    Answer answer =
        client.get(
            "/v3/company/" + BAKERY + "/query?query=select+*+from+Customer+maxresults+2",
            "Authorization",
            "Bearer " + access,
            "Accept",
            "application/xml");

    assertThat(answer.body()).contains("<QueryResponse startPosition=\"1\" maxResults=\"2\">");
  }

  @Test
  void answersAreCompressedForThoseWhoAccept() throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient()
            .send(
                TestClient.request(
                        simulator.intuit().url() + "/v3/company/" + BAKERY + "/customer/1",
                        TestClient.bearer(access))
                    .header("Accept-Encoding", "gzip")
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());

    assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("Cliffside Inn");
    }
  }

  @Test
  void aGetThatAnnouncesGzipWithoutABodyIsUnderstood() {
    Answer answer =
        client.get(
            "/v3/company/" + BAKERY + "/customer/1",
            "Authorization",
            "Bearer " + access,
            "Accept",
            "application/json",
            "Content-Encoding",
            "gzip");

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void limitsAreOffUntilSwitchedOn() {
    for (int i = 0; i < 15; i++) {
      assertThat(read("/customer/1").status()).isEqualTo(200);
    }
  }

  @Test
  void theLimitOfASecondAnswersXmlEvenToJson() {
    simulator.intuit().limits().enable(500, 3);
    // One burst may straddle a real second, so more than the limit is sent.
    Answer answer = read("/customer/1");
    for (int i = 0; i < 20 && answer.status() == 200; i++) {
      answer = read("/customer/1");
    }

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Content-Type")).startsWith("application/xml");
    assertThat(answer.body())
        .contains("<Fault type=\"SERVICE\"><Error code=\"3001\"")
        .contains("<Message>message=ThrottleExceeded; errorCode=003001; statusCode=429</Message>");
    simulator.clock().advance(Duration.ofSeconds(2));
    assertThat(read("/customer/1").status()).isEqualTo(200);
  }

  @Test
  void theLimitOfAMinuteEndsWithTheMinute() {
    simulator.intuit().limits().enable(2, 10);
    read("/customer/1");
    read("/customer/1");
    assertThat(read("/customer/1").status()).isEqualTo(429);

    simulator.clock().advance(Duration.ofSeconds(61));
    assertThat(read("/customer/1").status()).isEqualTo(200);
  }
}
