/** Conductor, and behind it the users' machines with QuickBooks Desktop. */
@NullMarked
package io.github.qbconnector.simulator.conductor;

import org.jspecify.annotations.NullMarked;
