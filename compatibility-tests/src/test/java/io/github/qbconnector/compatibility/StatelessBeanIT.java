package io.github.qbconnector.compatibility;

import io.github.qbconnector.compatibility.support.GridRow;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Beans that keep nothing between calls. */
@GridRow(value = "@Stateless bean", section = GridRow.Section.BEANS)
class StatelessBeanIT extends EnterpriseBeanPromises {
  private static final String CONTEXT = "stateless-bean";

  StatelessBeanIT() {
    super(CONTEXT, "stateless");
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return war(CONTEXT);
  }
}
