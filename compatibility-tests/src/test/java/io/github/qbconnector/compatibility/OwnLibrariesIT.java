package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Strangers;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A WAR that brings, in versions of its own, what the connector's jars have inside. */
@GridRow("its own Jackson, JOSE library, HTTP client, JSON-P and SmallRye")
class OwnLibrariesIT extends DropInPromises {
  private static final String CONTEXT = "own-libraries";
  private static final String CONTROL = "own-libraries-control";
  private static final String PAGE = "/libraries.jsp";

  OwnLibrariesIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return withLibraries(Wars.connected(CONTEXT))
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class);
  }

  @Deployment(name = "control", testable = false)
  static WebArchive control() {
    return withLibraries(Wars.plain(CONTROL));
  }

  private static WebArchive withLibraries(WebArchive war) {
    return war.addAsLibraries(Strangers.libraries())
        .addAsWebResource("wars/libraries.jsp", "libraries.jsp")
        .addAsWebResource(new StringAsset("fetched by its own client"), "hello.txt")
        .setWebXML("wars/basic-login.xml");
  }

  @Test
  void itsLibrariesDoWhatTheyDidWithoutUs() {
    HttpResponse<String> withUs = anybody().open(PAGE);
    HttpResponse<String> without = Browser.of(TestServer.url(CONTROL)).open(PAGE);

    assertThat(withUs.body())
        .contains("http client: fetched by its own client")
        .contains("jose: verified")
        .isEqualTo(without.body());
  }

  @Test
  void theyAreStillItsOwnBesideAConnection() {
    assertThat(loggedIn("alice").open(PAGE).body())
        .isEqualTo(Browser.of(TestServer.url(CONTROL)).open(PAGE).body());
  }
}
