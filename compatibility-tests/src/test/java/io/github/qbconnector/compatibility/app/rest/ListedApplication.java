package io.github.qbconnector.compatibility.app.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Says which resources there are, so that nothing is scanned. */
@ApplicationPath("/listed")
public class ListedApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(HelloResource.class, StatusResource.class);
  }
}
