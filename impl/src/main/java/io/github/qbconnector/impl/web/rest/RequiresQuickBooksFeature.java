package io.github.qbconnector.impl.web.rest;

import io.github.qbconnector.gate.RequiresQuickBooks;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * The door of JAX-RS resources: puts the gate before those that carry {@link RequiresQuickBooks}.
 * Found by scanning; an application that lists its classes adds this one to the list.
 */
@Provider
public class RequiresQuickBooksFeature implements DynamicFeature {

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    RequiresQuickBooks required =
        required(resource.getResourceClass(), resource.getResourceMethod());
    if (required != null) {
      context.register(new GateRequestFilter(required.value()));
    }
  }

  /** The annotation on the method or else the class, also behind a proxy's class. */
  private static @Nullable RequiresQuickBooks required(Class<?> type, Method method) {
    for (Class<?> t = type; t != null; t = t.getSuperclass()) {
      try {
        RequiresQuickBooks onMethod =
            t.getMethod(method.getName(), method.getParameterTypes())
                .getAnnotation(RequiresQuickBooks.class);
        if (onMethod != null) {
          return onMethod;
        }
      } catch (NoSuchMethodException e) {
        break; // above the class that declares it
      }
    }
    return type.getAnnotation(RequiresQuickBooks.class);
  }
}
