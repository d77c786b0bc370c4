package io.github.qbconnector;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Chooses a named connector, one of those that {@code quickbooks.connectors} lists:
 *
 * <pre>{@code @Inject @QuickBooks("payroll") QuickBooksConnector payroll;}</pre>
 *
 * <p>Without the qualifier the {@linkplain #DEFAULT default} connector is injected.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface QuickBooks {

  /** The name of the connector that needs no name in the configuration. */
  String DEFAULT = "default";

  /**
   * The connector's name as configured.
   *
   * @return the name
   */
  String value() default DEFAULT;

  /** Makes the qualifier available to programmatic lookup. */
  final class Literal extends AnnotationLiteral<QuickBooks> implements QuickBooks {
    private static final long serialVersionUID = 1L;

    private final String value;

    private Literal(String value) {
      this.value = value;
    }

    /**
     * The qualifier of a named connector.
     *
     * @param name the connector's name as configured
     * @return a literal for {@code CDI.current().select(…)}
     */
    public static Literal of(String name) {
      return new Literal(name);
    }

    @Override
    public String value() {
      return value;
    }
  }
}
