package io.github.qbconnector.compatibility;

import io.github.qbconnector.compatibility.support.GridRow;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Beans that live as long as their clients. */
@GridRow(value = "@Stateful bean", section = GridRow.Section.BEANS)
class StatefulBeanIT extends EnterpriseBeanPromises {
  private static final String CONTEXT = "stateful-bean";

  StatefulBeanIT() {
    super(CONTEXT, "stateful");
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return war(CONTEXT);
  }
}
