package io.github.qbconnector.compatibility.operations;

import io.github.qbconnector.compatibility.app.AttemptServlet;
import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.compatibility.app.shop.InvoicesServlet;
import io.github.qbconnector.compatibility.support.Wars;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What is deployed on the server of operations: the connector's jars in each, and not one key. */
final class OperatedWars {
  private static final List<String> RUNNING =
      List.of("shop", "means", "north", "south", "off", "mounted");

  /** Cannot be deployed, since operations have made a mistake. */
  static final String MISTAKEN = "mistaken";

  private OperatedWars() {}

  /** Those that come up. */
  static List<String> contexts() {
    return RUNNING;
  }

  static void write(Path folder) {
    export(shop().addAsLibraries(Wars.jars()), folder);
    RUNNING.stream().skip(1).forEach(context -> export(war(context), folder));
    export(war(MISTAKEN), folder);
  }

  /** An application of 2009, which knows nothing of QuickBooks. */
  static WebArchive shop() {
    return Wars.plain("shop")
        .addPackage(InvoicesServlet.class.getPackage())
        .addAsWebResource("wars/shop/index.jsp", "index.jsp")
        .addAsWebResource("wars/shop/report.jsp", "accounting/report.jsp")
        .addAsWebResource(new StringAsset("ready"), "ready.txt")
        .setWebXML("wars/shop/web.xml");
  }

  private static WebArchive war(String context) {
    return Wars.plain(context)
        .addAsLibraries(Wars.jars())
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class)
        .addClasses(AttemptServlet.class, HeaderLoginFilter.class)
        .addAsWebResource(new StringAsset("ready"), "ready.txt")
        .addAsWebResource(new StringAsset("reached"), "gated/page.txt")
        .addAsWebResource(new StringAsset("reached"), "connected/page.txt");
  }

  private static void export(WebArchive war, Path folder) {
    war.as(ZipExporter.class).exportTo(folder.resolve(war.getName()).toFile(), true);
  }
}
