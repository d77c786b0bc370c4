/** The skin for a server inside the current JVM. */
@NullMarked
package io.github.qbconnector.simulator.jdk;

import org.jspecify.annotations.NullMarked;
