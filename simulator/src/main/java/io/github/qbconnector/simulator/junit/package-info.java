/** The JUnit extension that starts a simulator for a test class. */
@NullMarked
package io.github.qbconnector.simulator.junit;

import org.jspecify.annotations.NullMarked;
