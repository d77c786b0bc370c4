package io.github.qbconnector.compatibility;

import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.Strangers;
import io.github.qbconnector.compatibility.support.Wars;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Jolokia's agent: one servlet on all paths, behind a login. */
@GridRow(value = "Jolokia 2.0 agent", section = GridRow.Section.PUBLIC_WARS)
@OnServer
class PublicWarJolokiaIT extends PublicWarPromises {
  private static final String NAME = "jolokia";
  private static final String ARTIFACT = "jolokia-agent-war";

  PublicWarJolokiaIT() {
    super(
        NAME,
        List.of(
            "/",
            "/version",
            "/read/java.lang:type=Runtime/SpecName",
            "/read/java.lang:type=OperatingSystem/Arch,Name",
            "/search/java.lang:type=R*",
            "/read/no.such:type=Bean",
            "/nonsense"),
        "/list/java.lang/type=Runtime");
  }

  @Deployment(name = NAME + WITH, testable = false)
  static WebArchive with() {
    return connected(NAME + WITH);
  }

  @Deployment(name = NAME + WITHOUT, testable = false)
  static WebArchive without() {
    return Strangers.war(ARTIFACT, NAME + WITHOUT);
  }

  @Deployment(name = NAME + WITH + AGAIN, managed = false, testable = false)
  static WebArchive withAgain() {
    return Strangers.marked(Strangers.withoutJolokiasLeak(connected(NAME + WITH + AGAIN)));
  }

  @Deployment(name = NAME + WITHOUT + AGAIN, managed = false, testable = false)
  static WebArchive withoutAgain() {
    return Strangers.withoutJolokiasLeak(Strangers.war(ARTIFACT, NAME + WITHOUT + AGAIN));
  }

  private static WebArchive connected(String context) {
    return Wars.connect(
        Strangers.war(ARTIFACT, context),
        context,
        Map.of("quickbooks.gate.url-patterns", "/list/*"));
  }
}
