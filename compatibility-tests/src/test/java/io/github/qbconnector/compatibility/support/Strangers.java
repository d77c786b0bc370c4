package io.github.qbconnector.compatibility.support;

import io.github.qbconnector.compatibility.app.strangers.JolokiaListenerRemoval;
import io.github.qbconnector.compatibility.app.strangers.LoaderMark;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What nobody wrote for us, as the build has fetched it from Maven Central. */
public final class Strangers {
  private Strangers() {}

  /** A WAR as it was published, under a context root of the tests. */
  public static WebArchive war(String artifact, String context) {
    return ShrinkWrap.create(ZipImporter.class, context + ".war")
        .importFrom(TestServer.strangers().resolve(artifact + ".war").toFile())
        .as(WebArchive.class);
  }

  /** The same behind the server's login, for an application that has none. */
  public static WebArchive warBehindLogin(String artifact, String context) {
    return war(artifact, context)
        .addAsLibrary(
            ShrinkWrap.create(JavaArchive.class, "login.jar")
                .addAsManifestResource("wars/login-fragment.xml", "web-fragment.xml"));
  }

  /** The same with a mark that tells how many of its class loaders there are. */
  public static WebArchive marked(WebArchive war) {
    return war.addAsLibrary(
        ShrinkWrap.create(JavaArchive.class, "mark.jar")
            .addClasses(LoaderMark.class, LoaderMark.Mark.class));
  }

  /** A WAR with Jolokia inside, without the listener that Jolokia itself would leave behind. */
  public static WebArchive withoutJolokiasLeak(WebArchive war) {
    return war.addAsLibrary(
        ShrinkWrap.create(JavaArchive.class, "jolokia-listener-removal.jar")
            .addClass(JolokiaListenerRemoval.class)
            .addAsManifestResource(
                new StringAsset(JolokiaListenerRemoval.class.getName()), "jolokia/services"));
  }

  /** Libraries that applications bring. */
  public static File[] libraries() {
    return jars("libraries");
  }

  /** MicroProfile Config, its API and SmallRye's implementation, as applications bring it. */
  public static File[] ownConfiguration() {
    return jars("own-configuration");
  }

  private static File[] jars(String folder) {
    try (Stream<Path> files = Files.list(TestServer.strangers().resolve(folder))) {
      return files.map(Path::toFile).toArray(File[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
