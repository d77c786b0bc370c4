package io.github.qbconnector.sample.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Journeys of users who come by plain HTTP, as in development. */
abstract class HttpJourney extends ServerJourney {

  /** Runs beside the tests, not around them: into the WAR goes nothing of Arquillian. */
  @Deployment(testable = false)
  static WebArchive ledgerly() {
    return warFor(Place.SITE);
  }
}
