package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.impl.web.HtmlPages;
import io.github.qbconnector.spi.ConnectPolicy;
import io.github.qbconnector.spi.ConnectionStore;
import io.github.qbconnector.spi.OwnerProfile;
import io.github.qbconnector.spi.OwnerResolver;
import io.github.qbconnector.spi.PageRenderer;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what the application and its server bring, by the bean manager. */
final class Surrounding {
  /** Some servers present nobody as somebody: WildFly, Open Liberty and TomEE, outside requests. */
  private static final Set<String> NOBODY = Set.of("anonymous", "UNAUTHENTICATED", "guest");

  private final BeanManager beans;
  private final OwnParts parts;
  private final ContainerThreads background;

  Surrounding(BeanManager beans, OwnParts parts) {
    this.beans = beans;
    this.parts = parts;
    this.background =
        new ContainerThreads(new AsynchronousCalls(() -> require(AsynchronousBean.class)));
  }

  boolean hasStore() {
    return !candidates(ConnectionStore.class).isEmpty();
  }

  boolean hasOwnerResolver() {
    return !candidates(OwnerResolver.class).isEmpty();
  }

  /** The clock; tests on a server bring one of their own with the connector's qualifier. */
  Clock clock() {
    Clock own = find(Clock.class, QuickBooks.Literal.of(QuickBooks.DEFAULT));
    return own == null ? Clock.systemUTC() : own;
  }

  StartReport.Found found() {
    return new StartReport.Found(
        isFaultToleranceAtWork(),
        background.isManaged(),
        background.lendsThreads(),
        background.hasSchedule(),
        hasStore());
  }

  boolean hasThreads() {
    return background.isManaged();
  }

  /** Has work done before anybody waits for it, where there is a thread for that. */
  void ahead(Runnable work) {
    if (background.areThere()) {
      background.run(work);
    }
  }

  private boolean isFaultToleranceAtWork() {
    FaultToleranceCheck check = find(FaultToleranceCheck.class);
    try {
      return check != null && check.isAtWork();
    } catch (IllegalStateException e) {
      return false;
    } catch (RuntimeException e) {
      // SmallRye knows methods by name: in an EAR with two of us it tries the other one's fallback.
      return true;
    }
  }

  Assembly.Surroundings describe() {
    ConnectPolicy policy = find(ConnectPolicy.class);
    OwnerProfile profiles = find(OwnerProfile.class);
    PageRenderer renderer = find(PageRenderer.class);
    IntuitFaultTolerance intuit = require(IntuitFaultTolerance.class);
    ConductorFaultTolerance conductor = require(ConductorFaultTolerance.class);
    OwnTransaction ownTransaction = require(OwnTransaction.class);
    return new Assembly.Surroundings(
        clock(),
        background,
        ownTransaction::run,
        find(ConnectionStore.class),
        new FaultToleranceGuard(intuit),
        new FaultToleranceGuard(conductor),
        this::fire,
        this::containerCaller,
        hasOwnerResolver() ? require(OwnerResolver.class) : null,
        profiles == null ? owner -> Optional.empty() : profiles,
        policy == null ? (action, connector, owner) -> true : policy,
        renderer == null ? new HtmlPages() : renderer);
  }

  private void fire(Object event) {
    try {
      beans.getEvent().fire(event);
    } catch (RuntimeException e) {
      System.getLogger("io.github.qbconnector")
          .log(
              System.Logger.Level.ERROR,
              "QBC0402: an observer of the application failed on "
                  + event.getClass().getSimpleName()
                  + "; the change itself is stored",
              e);
    }
  }

  private @Nullable String containerCaller() {
    try {
      Principal caller = find(Principal.class);
      String name = caller == null ? null : caller.getName();
      return name == null || NOBODY.contains(name) ? null : name;
    } catch (RuntimeException e) {
      return null; // outside of any request there is no caller
    }
  }

  private <T> T require(Class<T> type) {
    T found = find(type);
    if (found == null) {
      throw new IllegalStateException("There is no bean of type " + type.getName());
    }
    return found;
  }

  private <T> @Nullable T find(Class<T> type, Annotation... qualifiers) {
    Set<Bean<?>> candidates = candidates(type, qualifiers);
    if (candidates.isEmpty()) {
      return null;
    }
    Bean<?> bean = beans.resolve(candidates);
    return type.cast(beans.getReference(bean, type, beans.createCreationalContext(bean)));
  }

  private Set<Bean<?>> candidates(Class<?> type, Annotation... qualifiers) {
    Set<Bean<?>> inSight = beans.getBeans(type, qualifiers);
    return inSight.isEmpty() && qualifiers.length == 0 ? parts.of(type) : inSight;
  }
}
