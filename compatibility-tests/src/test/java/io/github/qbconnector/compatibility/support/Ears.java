package io.github.qbconnector.compatibility.support;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Makes EARs as users build them: modules, an application.xml that lists them, and libraries. */
public final class Ears {
  private Ears() {}

  /** An EAR without the connector; each WAR's context root is its name. */
  public static EnterpriseArchive plain(
      String name, List<WebArchive> wars, List<JavaArchive> enterpriseBeans) {
    EnterpriseArchive ear = ShrinkWrap.create(EnterpriseArchive.class, name + ".ear");
    wars.forEach(ear::addAsModule);
    enterpriseBeans.forEach(ear::addAsModule);
    String modules =
        Stream.concat(
                enterpriseBeans.stream().map(jar -> "<ejb>" + jar.getName() + "</ejb>"),
                wars.stream().map(Ears::web))
            .map(module -> "  <module>" + module + "</module>\n")
            .collect(Collectors.joining());
    return ear.setApplicationXML(
        new StringAsset(
            "<application xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"9\">\n"
                + modules
                + "</application>\n"));
  }

  /** An EAR with the connector's jars in its lib, for all its modules. */
  public static EnterpriseArchive connected(
      String name, List<WebArchive> wars, List<JavaArchive> enterpriseBeans) {
    return plain(name, wars, enterpriseBeans).addAsLibraries(Wars.jars());
  }

  /** A jar of nothing but keys, as it lies in an EAR's lib. */
  public static JavaArchive configuration(Map<String, String> keys) {
    return ShrinkWrap.create(JavaArchive.class, "configuration.jar")
        .addAsManifestResource(Wars.lines(keys), "microprofile-config.properties");
  }

  /** Enterprise beans in a jar of their own. */
  public static JavaArchive enterpriseBeans(String name, Class<?>... classes) {
    return ShrinkWrap.create(JavaArchive.class, name + ".jar").addClasses(classes);
  }

  private static String web(WebArchive war) {
    return "<web><web-uri>"
        + war.getName()
        + "</web-uri><context-root>/"
        + war.getName().replace(".war", "")
        + "</context-root></web>";
  }
}
