package io.github.qbconnector.compatibility;

import io.github.qbconnector.compatibility.support.GridRow;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Beans that are one for the application. */
@GridRow(value = "@Singleton bean", section = GridRow.Section.BEANS)
class SingletonBeanIT extends EnterpriseBeanPromises {
  private static final String CONTEXT = "singleton-bean";

  SingletonBeanIT() {
    super(CONTEXT, "singleton");
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return war(CONTEXT);
  }
}
