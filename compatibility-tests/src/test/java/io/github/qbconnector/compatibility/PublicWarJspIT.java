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
 * The WAR with which Jetty shows its JSP: scriptlets, sessions, tag libraries and tag files of its
 * own, and JSTL. It has no login; the server's is before what the gate is for.
 */
@GridRow(value = "Jetty 12 JSP demo", section = GridRow.Section.PUBLIC_WARS)
@OnServer
class PublicWarJspIT extends PublicWarPromises {
  private static final String NAME = "jsp";
  private static final String ARTIFACT = "jetty-ee9-demo-jsp-webapp";

  PublicWarJspIT() {
    super(
        NAME,
        List.of(
            "/",
            "/index.jsp",
            "/bean1.jsp",
            "/bean2.jsp",
            "/dump.jsp?A=1",
            "/expr.jsp?A=1",
            "/tag2.jsp",
            "/jstl.jsp",
            "/foo/",
            "/demo.css",
            "/small_powered_by.gif",
            "/nowhere.jsp"),
        "/tagfile.jsp");
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
    return Strangers.marked(connected(NAME + WITH + AGAIN));
  }

  @Deployment(name = NAME + WITHOUT + AGAIN, managed = false, testable = false)
  static WebArchive withoutAgain() {
    return Strangers.warBehindLogin(ARTIFACT, NAME + WITHOUT + AGAIN);
  }

  private static WebArchive connected(String context) {
    return Wars.connect(
        Strangers.warBehindLogin(ARTIFACT, context),
        context,
        Map.of("quickbooks.gate.url-patterns", "/tagfile.jsp"));
  }
}
