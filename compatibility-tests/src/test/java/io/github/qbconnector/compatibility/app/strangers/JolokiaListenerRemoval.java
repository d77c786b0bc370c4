package io.github.qbconnector.compatibility.app.strangers;

import org.jolokia.server.core.service.api.AbstractJolokiaService;
import org.jolokia.server.core.service.api.JolokiaService;
import org.jolokia.server.core.util.jmx.DefaultMBeanServerAccess;

/**
 * Jolokia 2.0.0 leaves a listener of its own at the JVM's MBean server, and with it each class
 * loader it was deployed in: it has a method that removes the listener, which nobody calls.
 */
public class JolokiaListenerRemoval extends AbstractJolokiaService<JolokiaService.Init>
    implements JolokiaService.Init {

  /**
   * @param order among Jolokia's services
   */
  public JolokiaListenerRemoval(int order) {
    super(JolokiaService.Init.class, order);
  }

  @Override
  public void destroy() throws Exception {
    if (getJolokiaContext().getMBeanServerAccess() instanceof DefaultMBeanServerAccess access) {
      access.unregisterFromMBeanNotifications();
    }
    super.destroy();
  }
}
