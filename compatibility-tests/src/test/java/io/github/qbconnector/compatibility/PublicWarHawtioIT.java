package io.github.qbconnector.compatibility;

import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.Strangers;
import io.github.qbconnector.compatibility.support.Wars;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Hawtio: a console of a single page with filters on all paths, which brings its own JOSE library,
 * Jackson, HTTP client, Caffeine and Log4j. Its own login is switched off (arquillian.xml); the
 * server's is before what the gate is for.
 */
@GridRow(value = "Hawtio 4.2 console", section = GridRow.Section.PUBLIC_WARS)
@OnServer
class PublicWarHawtioIT extends PublicWarPromises {
  private static final String NAME = "hawtio";
  private static final String ARTIFACT = "hawtio-default";

  PublicWarHawtioIT() {
    super(
        NAME,
        List.of(
            "/",
            "/index.html",
            "/hawtconfig.json",
            "/robots.txt",
            "/favicon.ico",
            "/user",
            "/plugin",
            "/auth/config",
            "/keycloak/enabled",
            "/jmx/attributes",
            "/proxy/nowhere",
            "/jolokia/version",
            "/jolokia/read/java.lang:type=Runtime/SpecName",
            "/jolokia/read/no.such:type=Bean"),
        "/jolokia/list/java.lang/type=Runtime");
  }

  @Deployment(name = NAME + WITH, testable = false)
  static WebArchive with() {
    return connected(NAME + WITH);
  }

  @Deployment(name = NAME + WITHOUT, testable = false)
  static WebArchive without() {
    return Strangers.warBehindLogin(ARTIFACT, NAME + WITHOUT);
  }

  @Deployment(name = NAME + WITH + AGAIN, managed = false, testable = false)
  static WebArchive withAgain() {
    return Strangers.marked(Strangers.withoutJolokiasLeak(connected(NAME + WITH + AGAIN)));
  }

  @Deployment(name = NAME + WITHOUT + AGAIN, managed = false, testable = false)
  static WebArchive withoutAgain() {
    return Strangers.withoutJolokiasLeak(
        Strangers.warBehindLogin(ARTIFACT, NAME + WITHOUT + AGAIN));
  }

  private static WebArchive connected(String context) {
    return Wars.connect(
        Strangers.warBehindLogin(ARTIFACT, context),
        context,
        Map.of(
            "quickbooks.gate.url-patterns", "/jolokia/list/*",
            // A filter of its own leads all paths that it does not know to its one page.
            "quickbooks.web.before-filters", "true"));
  }
}
