package io.github.qbconnector.spi;

import io.github.qbconnector.Experimental;

/**
 * Turns the connector's pages into the application's own HTML. Provide one CDI bean of this type to
 * replace the shipped look; the words, the forms and the security headers stay the connector's.
 * Called on the request's thread.
 */
@Experimental
@FunctionalInterface
public interface PageRenderer {

  /**
   * Renders a page.
   *
   * @param page what must be on it
   * @return a whole HTML document. The answer is sent with a Content-Security-Policy that allows
   *     styles and scripts of this origin only, and no inline ones
   */
  String render(Page page);
}
