package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.BooksResource;
import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.compatibility.app.rest.HelloResource;
import io.github.qbconnector.compatibility.app.rest.RestApplication;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The door of JAX-RS: only the resources that ask for it are behind the gate. */
@OnServer
class RestDoorIT {
  private static final String CONTEXT = "rest-door";

  private final Browser nobody = Browser.of(TestServer.url(CONTEXT));

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.connected(CONTEXT)
        .addClasses(
            RestApplication.class,
            HelloResource.class,
            BooksResource.class,
            HeaderLoginFilter.class);
  }

  @Test
  void aResourceThatRequiresQuickBooksIsNotEnteredWithoutAConnection() {
    HttpResponse<String> script = nobody.knownToTheApplication("erik").fetch("/api/books");

    assertThat(script.statusCode()).as(script.body()).isEqualTo(409);
    assertThat(script.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(nobody.fetch("/api/books").statusCode()).isEqualTo(401);
  }

  @Test
  void connectingEndsOnTheResourceThatWasAskedFor() {
    HttpResponse<String> books =
        new ConnectJourney(nobody.knownToTheApplication("fiona"))
            .from("/api/books", DropInPromises.BAKERY);

    assertThat(books.body()).isEqualTo("Harbor Street Bakery");
  }

  @Test
  void theOtherResourcesStayOpen() {
    assertThat(nobody.open("/api/hello").body()).isEqualTo("hello from the application");
  }
}
