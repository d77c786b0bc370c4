package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.TestServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds besides where the application has a JAX-RS of its own. */
abstract class OwnRestPromises extends DropInPromises {
  private final URI withoutUs;
  private final String prefix;

  /**
   * @param control the same application without the connector's jars
   * @param prefix where the application's resources are
   */
  OwnRestPromises(String context, String control, String prefix) {
    super(context);
    this.withoutUs = TestServer.url(control);
    this.prefix = prefix;
  }

  @Test
  void theApplicationsOwnResourcesAreWhereTheyWere() {
    assertThat(anybody().fetch(prefix + "/status").body())
        .isEqualTo("{\"status\":\"the application's own\"}");
    assertThat(anybody().open(prefix + "/hello").body()).isEqualTo("hello from the application");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/hello",
        "/status",
        "",
        "/connect",
        "/callback",
        "/disconnect",
        "/quickbooks/connect",
        "/quickbooks/status",
        "/quickbooks/style.css"
      })
  void belowItsPrefixEverythingAnswersExactlyAsWithoutUs(String resource) {
    HttpResponse<String> withUs = anybody().fetch(prefix + resource);
    HttpResponse<String> control = Browser.of(withoutUs).fetch(prefix + resource);

    assertThat(seen(withUs)).isEqualTo(seen(control));
  }

  private record Seen(int status, Optional<String> type, String body) {}

  private static Seen seen(HttpResponse<String> answer) {
    // Error pages may name the application they belong to.
    String neutral = answer.body().replaceAll("/[a-z-]+-rest(-control)?/", "/application/");
    return new Seen(answer.statusCode(), answer.headers().firstValue("Content-Type"), neutral);
  }
}
