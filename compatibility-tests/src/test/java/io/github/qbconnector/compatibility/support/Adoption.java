package io.github.qbconnector.compatibility.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** Connects owners without a browser, through an application that has the servlet for it. */
public record Adoption(Browser application) {

  /** Through this application. */
  public static Adoption through(Browser application) {
    return new Adoption(application);
  }

  /** Gives an owner a new grant for a company. */
  public void of(String owner, String realm) {
    String token =
        TestServer.simulator()
            .intuit()
            .grants()
            .issue("sim-client", realm, "com.intuit.quickbooks.accounting")
            .refreshToken();
    assertThat(
            application
                .submit("/adopt", Map.of("owner", owner, "realm", realm, "token", token))
                .statusCode())
        .isEqualTo(204);
  }
}
