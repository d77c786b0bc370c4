package io.github.qbconnector.impl.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"access_token\":\"MARKER123456\",\"token_type\":\"bearer\"}",
        "{\"refresh_token\" : \"MARKER123456\"}",
        "{\"id_token\":\"MARKER123456\"}",
        "{\"client_secret\":\"MARKER123456\"}",
        "grant_type=refresh_token&refresh_token=MARKER123456",
        "code=MARKER123456&redirect_uri=x",
        "Authorization: Bearer MARKER123456",
        "Authorization: Basic MARKER123456==",
        "detail: eyJhbGciOiJkaXIifQ..MARKER123456",
        "Token RT1-12-H0-MARKER123456 is unknown",
        "Invalid API key: sk_live_MARKER123456.",
        "{\"message\":\"sk_conductor_MARKER123456 is not a key of this project\"}",
        "https://connect.example/qbd?key=pk_prod_MARKER123456",
        "{\"publishableKey\":\"MARKER123456\"}",
        "{\"clientSecret\":\"MARKER123456\"}",
        "/connect/qbd/auth_sess_client_secret_MARKER123456",
        "{\"authFlowUrl\" : \"https://connect.example/qbd/MARKER123456?key=x\"}",
        "Conductor-Secret: Bearer sk_MARKER123456"
      })
  void whatLooksLikeASecretIsHidden(String text) {
    assertThat(Redaction.of(text)).doesNotContain("MARKER123456").contains("***");
  }

  @Test
  void whatHelpsToUnderstandStays() {
    String fault =
        "{\"Fault\":{\"Error\":[{\"Message\":\"Stale Object\",\"code\":\"5010\"}],"
            + "\"type\":\"ValidationFault\"}}";
    assertThat(Redaction.of(fault)).isEqualTo(fault);
    String envelope =
        "{\"error\":{\"message\":\"No such end-user: end_usr_1a2b3c4d (auth_sess_1a2b3c4d,"
            + " int_conn_1a2b, task_sk)\",\"code\":\"RESOURCE_MISSING\",\"requestId\":\"req_1a2b\"}}";
    assertThat(Redaction.of(envelope)).isEqualTo(envelope);
  }
}
