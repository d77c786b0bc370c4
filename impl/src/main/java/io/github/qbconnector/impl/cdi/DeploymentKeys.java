package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.impl.config.Keys;
import io.github.qbconnector.impl.config.Problem;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jspecify.annotations.Nullable;

/**
 * The keys as all modules see them that can use this connector. With our jars in a WAR that is the
 * WAR. With our jars in the lib of an EAR the modules beside have files of their own, which the
 * EAR's class loader does not see: they count as well, as long as no key has two values.
 */
final class DeploymentKeys implements Keys {
  private static final String PREFIX = "quickbooks.";

  private final Class<?> ours;
  private final List<View> views = new CopyOnWriteArrayList<>();
  private final Set<ClassLoader> judged = ConcurrentHashMap.newKeySet();

  /** What classes of one module see, read when it is first needed: early is too early for some. */
  private static final class View {
    private final ClassLoader loader;
    private final Supplier<ClassLoader> reading;
    private final String place;
    private final Keys keys = new ServerKeys(this::config);
    private volatile @Nullable Config config;

    View(ClassLoader loader, Supplier<ClassLoader> reading, String place) {
      this.loader = loader;
      this.reading = reading;
      this.place = place;
    }

    private Config config() {
      Config known = config;
      if (known == null) {
        known = ConfigProvider.getConfig(reading.get());
        config = known;
      }
      return known;
    }

    void release() {
      Config known = config;
      if (known != null) {
        config = null;
        ConfigProviderResolver.instance().releaseConfig(known);
      }
    }

    Map<String, String> values() {
      Map<String, String> values = new TreeMap<>();
      for (String name : config().getPropertyNames()) {
        if (name.startsWith(PREFIX)) {
          keys.value(name).ifPresent(value -> values.put(name, value));
        }
      }
      return values;
    }
  }

  /**
   * The keys that a class of ours sees.
   *
   * @param ours not only the thread: at deployment its class loader may be that of the EAR around
   *     us
   */
  DeploymentKeys(Class<?> ours) {
    this.ours = ours;
    views.add(new View(ours.getClassLoader(), this::ofTheApplication, "its lib or the server"));
    judged.add(ours.getClassLoader());
  }

  /** Notes from where else the connector is used. */
  void usedFrom(Class<?> place) {
    ClassLoader loader = place.getClassLoader();
    if (loader != null && judged.add(loader) && seesUs(loader)) {
      views.add(new View(loader, () -> loader, module(place)));
    }
  }

  /** Where a class is; two WARs may have one of the same name. */
  private static String module(Class<?> place) {
    String file = place.getName().replace('.', '/') + ".class";
    String found = String.valueOf(place.getResource("/" + file));
    return "the module of " + place.getName() + " at " + found.replace(file, "");
  }

  /**
   * In a WAR the thread's, where it is the WAR's: servers wrap the class loader for an
   * application's threads, and have another configuration, with other sources, for the bare one.
   */
  private ClassLoader ofTheApplication() {
    ClassLoader thread = Thread.currentThread().getContextClassLoader();
    return OwnJars.areInWar() && thread != null && seesUs(thread) ? thread : ours.getClassLoader();
  }

  private boolean seesUs(ClassLoader loader) {
    try {
      return loader.loadClass(ours.getName()) == ours;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** The class loaders of all modules that can use the connector, our own first. */
  Collection<ClassLoader> loaders() {
    return views.stream().map(view -> view.loader).toList();
  }

  @Override
  public Optional<String> value(String key) {
    return views.stream().flatMap(view -> view.keys.value(key).stream()).findFirst();
  }

  @Override
  public Optional<String> place(String key) {
    return views.stream().flatMap(view -> view.keys.place(key).stream()).findFirst();
  }

  /** At the end, where the server keeps what was read, and with it the class loader, for good. */
  void release() {
    views.forEach(View::release);
  }

  /** What does not fit together; one problem for all keys, since its remedy is one. */
  List<Problem> problems() {
    if (views.size() == 1) {
      return List.of();
    }
    return contradictions(views.stream().map(view -> new Seen(view.place, view.values())).toList());
  }

  /** The values that are seen from a place. */
  record Seen(String place, Map<String, String> values) {}

  /** The keys that mean two things. */
  static List<Problem> contradictions(List<Seen> views) {
    Set<String> keys = new TreeSet<>();
    views.forEach(seen -> keys.addAll(seen.values().keySet()));
    keys.removeIf(key -> values(views, key).size() < 2);
    if (keys.isEmpty()) {
      return List.of();
    }
    List<String> places =
        views.stream()
            .filter(seen -> seen.values().keySet().stream().anyMatch(keys::contains))
            .map(Seen::place)
            .toList();
    return List.of(
        new Problem(
            String.join(", ", keys),
            "other values in " + String.join(" than in ", places),
            "one value for the whole EAR, since the jars of QuickBooks Connector in its lib make"
                + " one connector for all modules; or the jars in WEB-INF/lib of each WAR instead,"
                + " which make one for each"));
  }

  private static Set<String> values(List<Seen> views, String key) {
    Set<String> values = new HashSet<>();
    for (Seen seen : views) {
      String value = seen.values().get(key);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }
}
