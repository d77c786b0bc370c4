package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.spi.ConnectPolicy;
import io.github.qbconnector.spi.ConnectionStore;
import io.github.qbconnector.spi.OwnerProfile;
import io.github.qbconnector.spi.OwnerResolver;
import io.github.qbconnector.spi.PageRenderer;
import jakarta.enterprise.inject.spi.Bean;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * The application's beans that take the place of our defaults. With our jars in the lib of an EAR
 * they may be in a WAR, where a look-up from the lib does not find them.
 */
final class OwnParts {
  private static final List<Class<?>> TYPES =
      List.of(
          ConnectPolicy.class,
          ConnectionStore.class,
          OwnerProfile.class,
          OwnerResolver.class,
          PageRenderer.class);

  private final List<Bean<?>> beans = new CopyOnWriteArrayList<>();

  void add(Bean<?> bean) {
    if (TYPES.stream().anyMatch(bean.getTypes()::contains)) {
      beans.add(bean);
    }
  }

  /** Those of a type, wherever they are. */
  Set<Bean<?>> of(Class<?> type) {
    return beans.stream()
        .filter(bean -> bean.getTypes().contains(type))
        .collect(Collectors.toSet());
  }
}
