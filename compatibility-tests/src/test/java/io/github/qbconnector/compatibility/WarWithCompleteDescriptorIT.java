package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.support.GridCells;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * A WAR whose web.xml says everything: the server looks for no annotations and no fragments, and
 * TomEE not for beans either. It says so then, and only what is behind the gate is shut.
 */
@GridRow("web.xml says metadata-complete")
class WarWithCompleteDescriptorIT extends DropInPromises {
  private static final String CONTEXT = "complete-descriptor";
  private static final String WITHOUT_BEANS = "without-beans";
  private static final Pattern SAID =
      Pattern.compile(
          "QBC0603: the server runs /complete-descriptor without CDI.*metadata-complete");

  WarWithCompleteDescriptorIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.connected(CONTEXT)
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class)
        .addAsWebResource(new StringAsset("welcome"), "welcome.txt")
        .setWebXML("wars/metadata-complete.xml");
  }

  @BeforeEach
  void whatNeedsBeansIsLeftOutWhereItIsSaidThatThereAreNone(TestInfo test) throws IOException {
    // It is said when the first request comes.
    assertThat(anybody().open("/welcome.txt").body()).isEqualTo("welcome");
    assumeTrue(isSaid() == test.getTags().contains(WITHOUT_BEANS));
  }

  @Test
  @Tag(WITHOUT_BEANS)
  void withoutBeansTheGateIsShutAndTheLogSaysWhatToDo() {
    assertThat(loggedIn("bob").open(GATED).statusCode()).isEqualTo(503);
    assertThat(loggedIn("bob").open("/quickbooks/connect").body()).contains("QBC0603");
    GridCells.explain(
        getClass(),
        "QBC0603: the server runs such a WAR without CDI; take metadata-complete out of web.xml");
  }

  private static boolean isSaid() throws IOException {
    return SAID.matcher(Files.readString(TestServer.log())).find();
  }
}
