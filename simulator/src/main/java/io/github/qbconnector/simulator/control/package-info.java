/** Commands for tests and a page for people. */
@NullMarked
package io.github.qbconnector.simulator.control;

import org.jspecify.annotations.NullMarked;
