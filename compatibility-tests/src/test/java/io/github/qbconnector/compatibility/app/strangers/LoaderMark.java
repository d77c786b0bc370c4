package io.github.qbconnector.compatibility.app.strangers;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** One instance per class loader, which is there as long as the loader. */
@WebListener
public class LoaderMark implements ServletContextListener {
  private static final Mark MARK = new Mark();

  @Override
  public void contextInitialized(ServletContextEvent event) {
    event.getServletContext().setAttribute(LoaderMark.class.getName(), MARK);
  }

  /** What is counted. */
  public static final class Mark {}
}
