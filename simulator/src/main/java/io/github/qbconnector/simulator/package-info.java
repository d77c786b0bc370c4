/** A stand-in for Intuit and Conductor that keeps real state, in process or as a WAR. */
@NullMarked
package io.github.qbconnector.simulator;

import org.jspecify.annotations.NullMarked;
