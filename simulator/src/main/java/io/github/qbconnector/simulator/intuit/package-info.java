/** Intuit's OAuth and OpenID Connect endpoints. */
@NullMarked
package io.github.qbconnector.simulator.intuit;

import org.jspecify.annotations.NullMarked;
