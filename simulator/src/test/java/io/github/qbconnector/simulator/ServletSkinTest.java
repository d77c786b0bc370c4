package io.github.qbconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.servlet.SimulatorServlet;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The servlet in a real container; the grid runs the whole WAR on the application servers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServletSkinTest {

  /** Held, because a logger that nobody holds forgets its level. */
  private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

  private final Tomcat tomcat = new Tomcat();
  private String origin = "";

  @BeforeAll
  void start(@TempDir Path directory) throws LifecycleException {
    TOMCAT_LOG.setLevel(Level.OFF);
    tomcat.setBaseDir(directory.toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    deploy("/simulator", true);
    deploy("/off", false);
    tomcat.start();
    origin = "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
  }

  private void deploy(String contextPath, boolean enabled) {
    Context context = tomcat.addContext(contextPath, null);
    context.addParameter("quickbooks.simulator.enabled", Boolean.toString(enabled));
    Tomcat.addServlet(context, "simulator", new SimulatorServlet());
    context.addServletMappingDecoded("/*", "simulator");
  }

  @AfterAll
  void stop() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  @AfterEach
  void reset() {
    send("POST", "/simulator/control/reset", "");
  }

  private Answer send(String method, String path, String body, String... headers) {
    return TestClient.send(
        TestClient.request(origin + path, headers).method(method, BodyPublishers.ofString(body)));
  }

  @Test
  void nothingIsServedUntilSomebodySaysSo() {
    assertThat(send("GET", "/off/intuit/op/v1/jwks", "").status()).isEqualTo(404);
    assertThat(send("GET", "/off/", "").status()).isEqualTo(404);
    assertThat(send("GET", "/off/control/state", "").status()).isEqualTo(404);
  }

  @Test
  void discoveryKnowsHostPortAndContextPath() {
    assertThat(
            send("GET", "/simulator/intuit/.well-known/openid_sandbox_configuration", "")
                .text("token_endpoint"))
        .isEqualTo(origin + "/simulator/intuit/oauth2/v1/tokens/bearer");
    assertThat(
            TestClient.send(
                    TestClient.request(
                            origin.replace("127.0.0.1", "localhost")
                                + "/simulator/intuit/.well-known/openid_configuration/")
                        .GET())
                .text("token_endpoint"))
        .startsWith("http://localhost:");
  }

  @Test
  void aPersonConnectsAndTheApplicationReads() {
    String authorize =
        origin
            + "/simulator/intuit/connect/oauth2?"
            + TestClient.form(
                Map.of(
                    "client_id", "sim-client",
                    "response_type", "code",
                    "scope", TestClient.ACCOUNTING,
                    "redirect_uri", TestClient.REDIRECT,
                    "state", "s"));
    URI callback = ConsentWalk.connect(URI.create(authorize), TestClient.BAKERY);

    Answer tokens =
        send(
            "POST",
            "/simulator/intuit/oauth2/v1/tokens/bearer",
            TestClient.form(
                Map.of(
                    "grant_type", "authorization_code",
                    "code", TestClient.parameters(callback).getOrDefault("code", ""),
                    "redirect_uri", TestClient.REDIRECT,
                    "client_id", "sim-client",
                    "client_secret", "sim-secret")),
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(tokens.status()).isEqualTo(200);

    Answer company =
        send(
            "GET",
            "/simulator/intuit/v3/company/"
                + TestClient.BAKERY
                + "/companyinfo/"
                + TestClient.BAKERY,
            "",
            TestClient.bearer(tokens.text("access_token")));
    assertThat(company.body()).contains("Harbor Street Bakery");
    assertThat(company.header("intuit_tid")).isNotEmpty();
    assertThat(send("GET", "/simulator/", "").body()).contains("sim-client");
  }

  @Test
  void aPersonConnectsQuickBooksDesktopAndTheApplicationAsksForIt() {
    String[] key = {"Authorization", "Bearer sk_conductor_sim", "Content-Type", "application/json"};
    String endUser =
        send(
                "POST",
                "/simulator/conductor/v1/end-users",
                "{\"companyName\":\"Acme\",\"sourceId\":\"s\",\"email\":\"a@example.com\"}",
                key)
            .text("id");
    String link =
        send(
                "POST",
                "/simulator/conductor/v1/auth-sessions",
                "{\"publishableKey\":\"pk_conductor_sim\",\"endUserId\":\"" + endUser + "\"}",
                key)
            .text("authFlowUrl");
    assertThat(link).startsWith(origin + "/simulator/conductor/connect/qbd/");
    assertThat(ConnectWalk.choose(URI.create(link), "connect")).isEmpty();

    Answer health =
        send(
            "GET",
            "/simulator/conductor/v1/quickbooks-desktop/health-check",
            "",
            "Authorization",
            "Bearer sk_conductor_sim",
            "Conductor-End-User-Id",
            endUser);

    assertThat(health.text("status")).isEqualTo("ok");
    assertThat(health.header("Conductor-Request-Id")).startsWith("req_");
  }

  @Test
  void aCutAnswerNeverArrivesWhole() {
    send("POST", "/simulator/control/faults", "{\"kind\":\"DROP_AFTER_SEND\",\"times\":1}");

    assertThatThrownBy(() -> send("GET", "/simulator/intuit/op/v1/jwks", ""))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(send("GET", "/simulator/control/requests", "").body()).contains("\"cut\":true");
  }

  @Test
  void theAddressWithoutASlashLeadsToThePage() {
    assertThat(send("GET", "/simulator", "").status()).isBetween(302, 303);
  }
}
