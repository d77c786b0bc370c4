/**
 * Whole journeys: the WAR as users get it, on a real server, with Intuit's stand-in on another site
 * and browsers before both.
 */
@NullMarked
package io.github.qbconnector.sample.it;

import org.jspecify.annotations.NullMarked;
