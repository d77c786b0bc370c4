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
import io.github.qbconnector.impl.config.SecretFiles;
import io.github.qbconnector.impl.config.Settings;
import io.github.qbconnector.impl.config.SettingsReader;
import io.github.qbconnector.impl.web.Endpoints;
import io.github.qbconnector.impl.web.servlet.WarEnded;
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
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The portable extension: makes the connectors that the configuration names injectable, fails the
 * deployment with everything that is wrong at once, reports what was found at start, and closes
 * everything at the end.
 */
public class QuickBooksExtension implements Extension {
  // The same on all nodes, since sessions refer to beans by it; another one in each WAR of an EAR.
  private static final String ID = "io.github.qbconnector." + OwnJars.war();
  private static final System.Logger LOGGER = System.getLogger("io.github.qbconnector");

  private final DeploymentKeys modules = new DeploymentKeys(QuickBooksExtension.class);
  private final Keys keys = new SecretFiles(modules);
  private final RequiredConnectors required = new RequiredConnectors();
  private final InjectedConnectors injected = new InjectedConnectors();
  private final OwnParts parts = new OwnParts();
  private @Nullable LiveSettings settings;
  private @Nullable Surrounding surrounding;
  private @Nullable Assembly assembly;
  private final AtomicBoolean told = new AtomicBoolean();

  void addBeanClasses(@Observes BeforeBeanDiscovery discovery) {
    // By explicit names: our archive is not scanned, whatever the application's is.
    for (Class<?> type :
        List.of(
            IntuitFaultTolerance.class,
            ConductorFaultTolerance.class,
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
    modules.usedFrom(point.getInjectionPoint().getMember().getDeclaringClass());
  }

  void notePart(@Observes ProcessBean<?> bean) {
    parts.add(bean.getBean());
    modules.usedFrom(bean.getBean().getBeanClass());
  }

  void addConnectors(@Observes AfterBeanDiscovery discovery, BeanManager beans) {
    Optional<String> misplaced =
        OwnJars.betweenContainers().or(() -> OwnJars.secondCopy(modules.loaders()));
    if (misplaced.isPresent()) {
      refuse(discovery, beans, misplaced.get());
      return;
    }
    boolean enabled = SettingsReader.enabled(keys);
    Map<String, @Nullable Product> configured = configured();
    configured.forEach(
        (name, product) ->
            InjectedConnectors.types(product)
                .forEach(type -> addInjectable(discovery, beans, name, type, enabled, product)));
    // What is not configured resolves too: only so is it us who says what to add.
    for (InjectedConnectors.Wanted wanted : injected.missing(configured)) {
      addInjectable(discovery, beans, wanted.connector(), wanted.type(), false, null);
    }
    ConnectionGate openGate = (connector, owner, kind) -> GateDecision.PASS;
    Supplier<ConnectionGate> gate = () -> enabled ? assembly().gate() : openGate;
    add(discovery, beans, "gate", ConnectionGate.class, null, gate);
    StoreKeys noKeys = new SwitchedOff.NoKeys();
    add(
        discovery,
        beans,
        "store-keys",
        StoreKeys.class,
        null,
        () -> enabled ? assembly().keys() : noKeys);
    Supplier<GateDoor> door = () -> enabled ? assembly().door() : new SwitchedOff.OpenDoor();
    add(discovery, beans, "door", GateDoor.class, null, door);
    Supplier<CallDoor> callDoor =
        () -> connector -> enabled ? assembly().door().decide(connector) : GateDecision.PASS;
    add(discovery, beans, "call-door", CallDoor.class, null, callDoor);
    if (enabled) {
      discovery
          .<Endpoints>addBean()
          .beanClass(QuickBooksExtension.class)
          .id(ID + "endpoints")
          .types(Endpoints.class, Object.class)
          .qualifiers(Default.Literal.INSTANCE, Any.Literal.INSTANCE)
          .scope(jakarta.inject.Singleton.class)
          .createWith(context -> assembly().endpoints());
    }
  }

  private static void refuse(AfterBeanDiscovery discovery, BeanManager beans, String problem) {
    if (isOpenWebBeans(beans)) {
      // It only logs this, and its loggers on TomEE are silent once the first application is gone.
      LOGGER.log(System.Logger.Level.ERROR, problem);
    }
    discovery.addDefinitionError(new IllegalStateException(problem));
  }

  private void addInjectable(
      AfterBeanDiscovery discovery,
      BeanManager beans,
      String name,
      Class<?> type,
      boolean enabled,
      @Nullable Product product) {
    Supplier<Object> instance =
        () -> enabled ? assembly().connector(name).as(type) : SwitchedOff.of(type, name, product);
    add(discovery, beans, name + "." + type.getSimpleName(), type, name, instance);
  }

  private static <T> void add(
      AfterBeanDiscovery discovery,
      BeanManager beans,
      String id,
      Class<?> type,
      @Nullable String connector,
      Supplier<T> instance) {
    var bean =
        discovery
            .<T>addBean()
            .beanClass(beanClass(beans, type))
            .id(ID + id)
            .types(type, Object.class)
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

  /**
   * OpenWebBeans makes the client proxy of the bean class. Weld takes the archive from it, and in
   * an EAR only that of the extension is in sight of all.
   */
  private static Class<?> beanClass(BeanManager beans, Class<?> type) {
    return isOpenWebBeans(beans) ? type : QuickBooksExtension.class;
  }

  private static boolean isOpenWebBeans(BeanManager beans) {
    return beans.getClass().getName().startsWith("org.apache.webbeans.");
  }

  void validate(@Observes AfterDeploymentValidation validation, BeanManager beans) {
    if (!SettingsReader.enabled(keys)) {
      LOGGER.log(
          System.Logger.Level.INFO,
          "QBC0000: QuickBooks Connector is switched off by quickbooks.enabled=false.");
      return;
    }
    Surrounding around = new Surrounding(beans, parts);
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
    problems.addAll(modules.problems());
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
    Surrounding around = surrounding;
    // In the lib of an EAR we hear of no WAR, and the names of the server may not be there yet:
    // then the first use tells what is found.
    if (around != null && (OwnJars.areInWar() || around.hasThreads())) {
      tellOnce();
    }
  }

  private void tellOnce() {
    LiveSettings current = settings;
    Surrounding around = surrounding;
    if (current == null || around == null || !told.compareAndSet(false, true)) {
      return;
    }
    LOGGER.log(System.Logger.Level.INFO, StartReport.of(current.last(), around.found(), required));
    StartReport.warning(current.last(), around.found())
        .ifPresent(warning -> LOGGER.log(System.Logger.Level.WARNING, warning));
    OwnJars.outOfSight().ifPresent(warning -> LOGGER.log(System.Logger.Level.WARNING, warning));
    around.ahead(() -> assembly().openStore());
  }

  void endWithContainer(@Observes BeforeShutdown shutdown, BeanManager beans) {
    end(beans);
  }

  void endWithWar(@Observes WarEnded ended, BeanManager beans) {
    end(beans);
  }

  private void end(BeanManager beans) {
    Assembly open;
    synchronized (this) {
      open = assembly;
      assembly = null;
    }
    if (open != null) {
      open.close();
    }
    if (isOpenWebBeans(beans)) {
      modules.release(); // TomEE does not
    }
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
      tellOnce();
    }
    return built;
  }
}
