package io.github.qbconnector.compatibility.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.Figures;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.Patience;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The page "From zero to connected in a WAR of 2009", followed step by step. */
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "liberty")
@OnServer
class WarOf2009IT {
  private static final String INVOICES = "/accounting/invoices";
  private static final int AWAY = 30;

  private final int port = TestServer.url("").getPort() + AWAY;
  private final URI machine = URI.create("http://localhost:" + port);
  private final Path server = Place.delivered().resolve("usr/servers/shop");

  @SuppressWarnings("NullAway.Init") // set before each test
  private Path desk;

  @BeforeEach
  void whatTheReaderHas(@TempDir Path folder) throws IOException {
    desk = folder;
    Place.clear(server);
    Path xml = Path.of("src/test/servers/liberty/operations/server.xml");
    Place.copy(xml, server.resolve("server.xml"));
    Files.createDirectories(server.resolve("apps"));
    OperatedWars.shop().as(ZipExporter.class).exportTo(desk.resolve("shop.war").toFile());
    for (File jar : Wars.jars()) {
      Place.copy(jar.toPath(), desk.resolve("jars").resolve(jar.getName()));
    }
    Place.copy(Path.of(Place.property("compat.simulator-war")), desk.resolve("jars"));
  }

  @AfterEach
  void stop() {
    String unused = shell().run("\"$WLP/bin/server\" stop shop");
  }

  @Test
  void whoFollowsThePageIsConnectedAndHasChangedNoCode() throws IOException {
    List<PageBlock> steps = PageBlock.of("a-war-of-2009.md");
    long begin = System.nanoTime();

    for (PageBlock step : steps.subList(0, steps.size() - 1)) {
      follow(step);
    }
    awaitApplications();
    HttpResponse<String> page =
        new ConnectJourney(Browser.of(machine.resolve("/shop")).knownToTheContainer("alice"))
            .from(INVOICES, OperatedPromises.BAKERY);
    String seen = shell().run(steps.get(steps.size() - 1).text());
    Figures.add("war-of-2009.millis", (System.nanoTime() - begin) / 1_000_000);

    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body()).contains("Open invoices of alice: [2009-0017, 2009-0042]");
    assertThat(seen).contains("default is ONLINE CUSTOM, gate ENFORCE on [/accounting/*]");
  }

  private void follow(PageBlock step) throws IOException {
    // The reader's port is taken on machines that build this.
    String text = step.text().replace("9080", Integer.toString(port));
    if (step.mark().equals("run")) {
      String unused = shell().run(text);
    } else if (step.mark().equals("write")) {
      Files.writeString(desk.resolve(step.name()), text);
    }
  }

  private void awaitApplications() {
    for (String page : List.of("/shop/index.jsp", "/simulator/")) {
      Browser anybody = Browser.of(machine);
      assertThat(Patience.until(status -> status == 200, () -> anybody.open(page).statusCode()))
          .as(page)
          .isEqualTo(200);
    }
  }

  private Shell shell() {
    String jdk = Objects.requireNonNull(System.getProperty("java.home"));
    return new Shell(
        desk,
        Map.of(
            "WLP",
            Place.delivered().toString(),
            "JAVA_HOME",
            jdk,
            "PATH",
            jdk + "/bin:" + System.getenv("PATH"),
            "OPERATED_PORT",
            Integer.toString(port)));
  }
}
