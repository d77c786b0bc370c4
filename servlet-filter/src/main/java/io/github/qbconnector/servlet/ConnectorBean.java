package io.github.qbconnector.servlet;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * A bean of the connector's, found when the first request comes; filters and servlets made by
 * initializers are not injected on every server. There is none in an application that the server
 * runs without CDI, and operations are told so once.
 *
 * @param <T> its type
 */
public final class ConnectorBean<T> implements Supplier<@Nullable T> {
  private static final String WAS_MISSED = ConnectorBean.class.getName() + ".missed";

  private final Class<T> type;
  private final ServletContext application;
  private volatile @Nullable T bean;

  /**
   * Nothing is looked up yet.
   *
   * @param type what to look for
   * @param application who asks
   */
  public ConnectorBean(Class<T> type, ServletContext application) {
    this.type = type;
    this.application = application;
  }

  @Override
  public @Nullable T get() {
    T found = bean;
    if (found == null) {
      found = findOrTell();
      bean = found;
    }
    return found;
  }

  /**
   * Looks one up, as the module that runs now sees it. By its name first: in an EAR on WildFly
   * {@code CDI.current()} gives callers outside of bean archives the beans of some module.
   *
   * @param <T> its type
   * @param type what to look for
   * @return the bean
   * @throws IllegalStateException if the server runs the application without CDI
   */
  public static <T> T find(Class<T> type) {
    return locate(type).get();
  }

  /** Looks one up; only what is made of it then may fail for a reason of its own. */
  private static <T> Supplier<T> locate(Class<T> type) {
    BeanManager beans = beans();
    Bean<?> found = beans.resolve(beans.getBeans(type));
    if (found == null) {
      throw new IllegalStateException("There is no bean of " + type + " in " + beans);
    }
    return () -> type.cast(beans.getReference(found, type, beans.createCreationalContext(found)));
  }

  @SuppressWarnings("BanJNDI") // a constant name of the container's own
  private static BeanManager beans() {
    try {
      return InitialContext.doLookup("java:comp/BeanManager");
    } catch (NamingException e) {
      return CDI.current().getBeanManager();
    }
  }

  private @Nullable T findOrTell() {
    Supplier<T> located;
    try {
      located = locate(type);
    } catch (IllegalStateException e) {
      if (application.getAttribute(WAS_MISSED) == null) {
        application.setAttribute(WAS_MISSED, true);
        System.getLogger("io.github.qbconnector")
            .log(
                System.Logger.Level.ERROR,
                "QBC0603: the server runs "
                    + application.getContextPath()
                    + " without CDI, so the connector is not started: its gates are closed, its"
                    + " endpoints answer 503, and all other pages are left alone. Where web.xml"
                    + " says metadata-complete=\"true\", take that out; else add an empty"
                    + " WEB-INF/beans.xml.",
                e);
      }
      return null;
    }
    return located.get();
  }
}
