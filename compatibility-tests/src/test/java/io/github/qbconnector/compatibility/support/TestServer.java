package io.github.qbconnector.compatibility.support;

import io.github.qbconnector.simulator.QuickBooksSimulator;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

/** The server that the build has chosen, and the one simulator that all its WARs are told of. */
public final class TestServer {
  // One for the whole run: archives name its URL, and those are made before any test begins.
  private static final QuickBooksSimulator SIMULATOR = QuickBooksSimulator.start();

  private TestServer() {}

  /** Intuit's stand-in, in this JVM. */
  public static QuickBooksSimulator simulator() {
    return SIMULATOR;
  }

  /** The server's name: {@code liberty}, {@code wildfly} or {@code tomee}. */
  public static String name() {
    return property("arquillian.launch");
  }

  /**
   * Whether CDI sees the injection points of servlets at deployment; TomEE comes upon them later.
   */
  public static boolean showsWhatServletsInject() {
    return !name().equals("tomee");
  }

  /** The server and the JDK it runs on, as the build calls them. */
  static String launch() {
    return property("compat.launch");
  }

  /** Where the cells of the grid are kept. */
  static Path grid() {
    return Path.of(property("compat.grid"));
  }

  /** Where an application is found. */
  public static URI url(String context) {
    return URI.create("http://localhost:" + property("compat.port") + "/" + context);
  }

  /** The server's log. */
  public static Path log() {
    return Path.of(property("compat.log"));
  }

  /** The JNDI name of the server's DataSource. */
  static String dataSource() {
    return property("compat.data-source");
  }

  /** The folder of the jars that a user's build puts into a WAR. */
  public static Path product() {
    return Path.of(property("compat.product"));
  }

  /** The folder of what nobody wrote for us. */
  static Path strangers() {
    return Path.of(property("compat.strangers"));
  }

  /** Where databases of the tests keep their files. */
  static Path databases() {
    return Path.of(property("compat.databases"));
  }

  static int number(String key) {
    return Integer.parseInt(property(key));
  }

  private static String property(String key) {
    return Objects.requireNonNull(
        System.getProperty(key), () -> key + " is set by this module's build");
  }
}
