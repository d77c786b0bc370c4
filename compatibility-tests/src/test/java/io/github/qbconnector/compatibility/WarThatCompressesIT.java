package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.filters.CompressionFilter;
import io.github.qbconnector.compatibility.app.filters.EncodingFilter;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Wars;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A WAR whose own filters compress every answer and set encodings of the past. */
@GridRow("filters of its own that compress and set encodings")
class WarThatCompressesIT extends DropInPromises {
  private static final String CONTEXT = "compresses";

  WarThatCompressesIT() {
    super(CONTEXT);
  }

  @Override
  Browser loggedIn(String user) {
    return super.loggedIn(user).acceptingCompression();
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.connected(CONTEXT)
        .addClasses(
            CompanyServlet.class,
            CompanyServlet.Marker.class,
            EncodingFilter.class,
            CompressionFilter.class)
        .setWebXML("wars/basic-login.xml");
  }

  @Test
  void theConnectorsPagesGoThroughThemWholeAndInTheirOwnEncoding() {
    HttpResponse<String> page = loggedIn("bob").open("/quickbooks/connect");

    assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(page.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT))
        .contains("charset=utf-8");
    assertThat(page.body()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
  }

  @Test
  void aProblemDocumentIsWholeToo() {
    HttpResponse<String> problem = loggedIn("bob").fetch(GATED);

    assertThat(problem.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(problem.body()).startsWith("{").endsWith("}");
  }
}
