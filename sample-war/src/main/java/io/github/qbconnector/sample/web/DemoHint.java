package io.github.qbconnector.sample.web;

import jakarta.annotation.Resource;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Lets the login page name the demo's users, where the operator has switched that on. */
@WebListener
public class DemoHint implements ServletContextListener {

  @Resource(name = "sample/demo")
  private boolean demo;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    event.getServletContext().setAttribute("demo", demo);
  }
}
