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
  private static final String CONTEXT = "jolokia";
  private static final String ARTIFACT = "jolokia-agent-war";

  PublicWarJolokiaIT() {
    super(
        CONTEXT,
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

  @Deployment(name = CONTEXT, testable = false)
  static WebArchive with() {
    return connected(CONTEXT);
  }

  @Deployment(name = CONTEXT + "-without", testable = false)
  static WebArchive without() {
    return Strangers.war(ARTIFACT, CONTEXT + "-without");
  }

  @Deployment(name = CONTEXT + "-again", managed = false, testable = false)
  static WebArchive withAgain() {
    return connected(CONTEXT + "-again");
  }

  @Deployment(name = CONTEXT + "-without-again", managed = false, testable = false)
  static WebArchive withoutAgain() {
    return Strangers.war(ARTIFACT, CONTEXT + "-without-again");
  }

  private static WebArchive connected(String context) {
    return Wars.connect(
        Strangers.war(ARTIFACT, context),
        context,
        Map.of("quickbooks.gate.url-patterns", "/list/*"));
  }
}
