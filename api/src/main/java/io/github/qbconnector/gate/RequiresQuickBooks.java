package io.github.qbconnector.gate;

import io.github.qbconnector.QuickBooks;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a call through only if the current owner's connection is good.
 *
 * <ul>
 *   <li>On an enterprise bean or any CDI bean, a call that may not pass ends in the {@link
 *       io.github.qbconnector.error.QuickBooksException} that fits.
 *   <li>On a JAX-RS resource class or method, the client gets the gate's answer: a redirect for
 *       navigation, a problem document for scripts.
 * </ul>
 *
 * <p>Works without JAX-RS on the server: an annotation type that is absent is ignored there.
 */
@InterceptorBinding
@NameBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresQuickBooks {

  /**
   * The connector whose connection is needed.
   *
   * @return the connector's name
   */
  @Nonbinding
  String value() default QuickBooks.DEFAULT;
}
