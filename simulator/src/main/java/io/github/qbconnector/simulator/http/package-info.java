/** Requests and responses without a container, so that one core can wear several skins. */
@NullMarked
package io.github.qbconnector.simulator.http;

import org.jspecify.annotations.NullMarked;
