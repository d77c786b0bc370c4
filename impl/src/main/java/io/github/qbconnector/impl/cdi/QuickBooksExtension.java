package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.Product;
import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.StoreKeys;
import io.github.qbconnector.gate.ConnectionGate;
import io.github.qbconnector.gate.GateDecision;
import io.github.qbconnector.gate.GateDoor;
import io.github.qbconnector.gate.RequiresQuickBooks;
import io.github.qbconnector.impl.cdi.RequiresQuickBooksInterceptor.CallDoor;
import io.github.qbconnector.impl.config.InvalidConfigurationException;
import io.github.qbconnector.impl.config.Keys;
import io.github.qbconnector.impl.config.LiveSettings;
import io.github.qbconnector.impl.config.Problem;
import io.github.qbconnector.impl.config.Settings;
import io.github.qbconnector.impl.config.SettingsReader;
import io.github.qbconnector.impl.web.Endpoints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The portable extension: makes the connectors that the configuration names injectable, fails the
 * deployment with everything that is wrong at once, reports what was found at start, and closes
 * everything at the end.
 */
public class QuickBooksExtension implements Extension {
  private static final System.Logger LOGGER = System.getLogger("io.github.qbconnector");

  private final Keys keys = key -> config().getOptionalValue(key, String.class);
  private @Nullable Config config;
  private final RequiredConnectors required = new RequiredConnectors();
  private final InjectedConnectors injected = new InjectedConnectors();
  private @Nullable LiveSettings settings;
  private @Nullable Surrounding surrounding;
  private @Nullable Assembly assembly;

  void addBeanClasses(@Observes BeforeBeanDiscovery discovery) {
    // By explicit names: our archive is not scanned, whatever the application's is.
    for (Class<?> type :
        List.of(
            ProviderFaultTolerance.class,
            FaultToleranceCheck.class,
            AsynchronousBean.class,
            OwnTransaction.class,
            RequiresQuickBooksInterceptor.class)) {
      discovery.addAnnotatedType(type, type.getName());
    }
  }

  <T> void noteRequirement(
      @Observes @WithAnnotations(RequiresQuickBooks.class) ProcessAnnotatedType<T> type) {
    required.add(type.getAnnotatedType());
  }

  void noteInjection(@Observes ProcessInjectionPoint<?, ?> point) {
    injected.add(point.getInjectionPoint());
  }

  void addConnectors(@Observes AfterBeanDiscovery discovery, BeanManager beans) {
    boolean enabled = SettingsReader.enabled(keys);
    Map<String, @Nullable Product> configured = configured();
    configured.forEach(
        (name, product) ->
            InjectedConnectors.types(product)
                .forEach(type -> addInjectable(discovery, name, type, enabled, product)));
    // What is not configured resolves too: only so is it us who says what to add.
    for (InjectedConnectors.Wanted wanted : injected.missing(configured)) {
      addInjectable(discovery, wanted.connector(), wanted.type(), false, null);
    }
    ConnectionGate openGate = (connector, owner, kind) -> GateDecision.PASS;
    Supplier<ConnectionGate> gate = () -> enabled ? assembly().gate() : openGate;
    add(discovery, "gate", Set.of(ConnectionGate.class), null, gate);
    StoreKeys noKeys = new SwitchedOff.NoKeys();
    add(
        discovery,
        "store-keys",
        Set.of(StoreKeys.class),
        null,
        () -> enabled ? assembly().keys() : noKeys);
    Supplier<GateDoor> door = () -> enabled ? assembly().door() : new SwitchedOff.OpenDoor();
    add(discovery, "door", Set.of(GateDoor.class), null, door);
    Supplier<CallDoor> callDoor =
        () -> connector -> enabled ? assembly().door().decide(connector) : GateDecision.PASS;
    add(discovery, "call-door", Set.of(CallDoor.class), null, callDoor);
    if (enabled) {
      discovery
          .<Endpoints>addBean()
          .beanClass(QuickBooksExtension.class)
          .id("io.github.qbconnector.endpoints")
          .types(Endpoints.class, Object.class)
          .qualifiers(Default.Literal.INSTANCE, Any.Literal.INSTANCE)
          .scope(jakarta.inject.Singleton.class)
          .createWith(context -> assembly().endpoints());
    }
  }

  private void addInjectable(
      AfterBeanDiscovery discovery,
      String name,
      Class<?> type,
      boolean enabled,
      @Nullable Product product) {
    Supplier<Object> instance =
        () -> enabled ? assembly().connector(name).as(type) : SwitchedOff.of(type, name, product);
    add(discovery, name + "." + type.getSimpleName(), Set.of(type), name, instance);
  }

  private static <T> void add(
      AfterBeanDiscovery discovery,
      String id,
      Set<Type> types,
      @Nullable String connector,
      Supplier<T> instance) {
    var bean =
        discovery
            .<T>addBean()
            .beanClass(QuickBooksExtension.class)
            .id("io.github.qbconnector." + id)
            .addTypes(types)
            .addType(Object.class)
            .scope(ApplicationScoped.class)
            .createWith(context -> instance.get());
    bean.addQualifier(Any.Literal.INSTANCE);
    if (connector != null) {
      Annotation named = QuickBooks.Literal.of(connector);
      bean.addQualifier(named);
    }
    if (connector == null || connector.equals(QuickBooks.DEFAULT)) {
      bean.addQualifier(Default.Literal.INSTANCE);
    }
  }

  void validate(@Observes AfterDeploymentValidation validation, BeanManager beans) {
    if (!SettingsReader.enabled(keys)) {
      LOGGER.log(
          System.Logger.Level.INFO,
          "QBC0000: QuickBooks Connector is switched off by quickbooks.enabled=false.");
      return;
    }
    Surrounding around = new Surrounding(beans);
    SettingsReader reader = new SettingsReader(keys, around.hasOwnerResolver(), around.hasStore());
    // Everything that is wrong is told at once, whoever finds it.
    List<Problem> problems = new ArrayList<>();
    Map<String, @Nullable Product> configured = configured();
    try {
      Settings read = reader.read();
      surrounding = around;
      settings =
          new LiveSettings(
              reader,
              read,
              around.clock(),
              message -> LOGGER.log(System.Logger.Level.ERROR, message));
    } catch (InvalidConfigurationException e) {
      problems.addAll(e.problems());
    }
    problems.addAll(required.problems(configured.keySet()));
    problems.addAll(injected.problems(configured));
    if (!problems.isEmpty()) {
      validation.addDeploymentProblem(new InvalidConfigurationException(problems));
    }
  }

  /** The connectors that are named and, as far as the configuration says, their products. */
  private Map<String, @Nullable Product> configured() {
    Map<String, @Nullable Product> configured = new LinkedHashMap<>();
    for (String name : SettingsReader.connectorNames(keys)) {
      configured.put(name, SettingsReader.product(keys, name).orElse(null));
    }
    return configured;
  }

  void report(@Observes @Initialized(ApplicationScoped.class) Object started) {
    LiveSettings current = settings;
    Surrounding around = surrounding;
    if (current != null && around != null) {
      LOGGER.log(System.Logger.Level.INFO, StartReport.of(current.last(), around.found()));
      StartReport.warning(current.last(), around.found())
          .ifPresent(warning -> LOGGER.log(System.Logger.Level.WARNING, warning));
      around.ahead(() -> assembly().openStore());
    }
  }

  void close(@Observes BeforeShutdown shutdown) {
    Assembly open;
    synchronized (this) {
      open = assembly;
      assembly = null;
    }
    if (open != null) {
      open.close();
    }
  }

  /** The application's own, kept: on another thread the class loader may be somebody else's. */
  private synchronized Config config() {
    Config known = config;
    if (known == null) {
      known = ConfigProvider.getConfig();
      config = known;
    }
    return known;
  }

  /** Everything behind the API, built when it is first needed. */
  private synchronized Assembly assembly() {
    Assembly built = assembly;
    if (built == null) {
      LiveSettings current = settings;
      Surrounding around = surrounding;
      if (current == null || around == null) {
        throw new IllegalStateException(
            "QuickBooks Connector is used before the deployment was validated.");
      }
      built = new Assembly(current, around.describe());
      assembly = built;
    }
    return built;
  }
}
