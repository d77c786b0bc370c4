/** What the simulator promises. */
@NullMarked
package io.github.qbconnector.simulator;

import org.jspecify.annotations.NullMarked;
