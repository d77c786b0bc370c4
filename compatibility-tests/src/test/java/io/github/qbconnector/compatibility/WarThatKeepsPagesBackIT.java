package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.filters.CleaningFilter;
import io.github.qbconnector.compatibility.app.filters.FooterFilter;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Wars;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A WAR whose own filters keep pages back to change them, clean parameters and rename callers. */
@GridRow("filters of its own that change requests and pages")
class WarThatKeepsPagesBackIT extends DropInPromises {
  private static final String CONTEXT = "keeps-pages-back";

  WarThatKeepsPagesBackIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.connected(CONTEXT)
        .addClasses(
            CompanyServlet.class,
            CompanyServlet.Marker.class,
            FooterFilter.class,
            CleaningFilter.class)
        .setWebXML("wars/basic-login.xml");
  }

  @Test
  void theConnectorsPagesHaveTheApplicationsFooter() {
    HttpResponse<String> page = loggedIn("bob").open("/quickbooks/connect");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).startsWith("<!DOCTYPE html>").endsWith(FooterFilter.FOOTER);
  }

  @Test
  void whatIsNoPageArrivesAsItIs() {
    assertThat(loggedIn("bob").fetch(GATED).body()).startsWith("{").endsWith("}");
    assertThat(loggedIn("bob").open("/quickbooks/style.css").body()).contains("body");
  }
}
