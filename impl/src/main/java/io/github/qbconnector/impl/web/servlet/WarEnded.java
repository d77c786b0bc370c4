package io.github.qbconnector.impl.web.servlet;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** The end of a WAR whose container ends without a word, as in an EAR on TomEE: an event. */
public final class WarEnded {
  private WarEnded() {}

  /** Tells it where the container does not. */
  static final class Teller implements ServletContextListener {
    private final BeanManager beans;

    Teller(BeanManager beans) {
      this.beans = beans;
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
      beans.getEvent().fire(new WarEnded());
    }
  }
}
