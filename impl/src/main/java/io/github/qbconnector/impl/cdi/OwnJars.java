package io.github.qbconnector.impl.cdi;

import java.io.IOException;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where our jars are: once, if all is well. */
final class OwnJars {
  private static final String OURS = QuickBooksExtension.class.getName().replace('.', '/');

  private static final Pattern WAR = Pattern.compile("([^/]+)/WEB-INF/");

  /** In an EAR, or in what Open Liberty unpacks of one; developers' jars may be anywhere else. */
  private static final Pattern EAR_LIB = Pattern.compile("\\.(ear|cache)/lib/[^/]+\\.jar");

  private OwnJars() {}

  /**
   * What to tell if our jars are there twice. Depending on the server that would be two connectors
   * where one is meant, or a container that finds every injection point ambiguous.
   */
  static Optional<String> secondCopy(Collection<ClassLoader> loaders) {
    Set<String> places = new TreeSet<>();
    for (ClassLoader loader : loaders) {
      places.addAll(places(loader));
    }
    return places.size() < 2
        ? Optional.empty()
        : Optional.of(
            "QBC0003: the jars of QuickBooks Connector are there twice: "
                + String.join(" and ", places)
                + ". Keep one: in the lib of the EAR for one connector that all its modules share,"
                + " or in WEB-INF/lib of each WAR for a connector each.");
  }

  private static Set<String> places(ClassLoader loader) {
    Set<String> places = new TreeSet<>();
    try {
      for (URL url : Collections.list(loader.getResources(OURS + ".class"))) {
        String place = url.toString();
        places.add(place.substring(0, place.indexOf(OURS)));
      }
    } catch (IOException e) {
      System.getLogger("io.github.qbconnector")
          .log(System.Logger.Level.DEBUG, "Our jars cannot be listed", e);
    }
    return places;
  }

  /** Whether a WAR brings us, so that we see all of it and nobody else sees us. */
  static boolean areInWar() {
    return !war().isEmpty();
  }

  /** The name of the WAR that brings us, with a dot at its end; empty if none does. */
  static String war() {
    Matcher inWar = WAR.matcher(here());
    return inWar.find() ? inWar.group(1) + "." : "";
  }

  /** What to tell if the server has several containers, where our jars make one connector. */
  static Optional<String> betweenContainers() {
    boolean isEarOfTomEe =
        QuickBooksExtension.class
            .getClassLoader()
            .getClass()
            .getName()
            .startsWith("org.apache.openejb.");
    return isEarOfTomEe
        ? Optional.of(
            "QBC0611: TomEE has a CDI container for an EAR and one more for each of its WARs, so"
                + " that the jars of QuickBooks Connector in the lib of an EAR would make several"
                + " connectors that know nothing of each other. Put the jars and the keys into"
                + " WEB-INF/lib and WEB-INF/classes of the WAR that needs them.")
        : Optional.empty();
  }

  private static String here() {
    return String.valueOf(QuickBooksExtension.class.getResource("/" + OURS + ".class"));
  }

  /** What to tell if the server does not look for servlets and filters where our jars are. */
  static Optional<String> outOfSight() {
    boolean isLiberty =
        QuickBooksExtension.class.getClassLoader().getClass().getName().startsWith("com.ibm.ws.");
    return isLiberty && EAR_LIB.matcher(here()).find()
        ? Optional.of(
            "QBC0610: Open Liberty looks for initializers of servlets in WEB-INF/lib only, and the"
                + " jars of QuickBooks Connector are in the lib of an EAR. Beans get the connector"
                + " injected, but no WAR of this EAR has its gate and its endpoints. Put the jars"
                + " and the keys into the WAR that needs them.")
        : Optional.empty();
  }
}
