/** What both providers share: the clock, faults on command and the request log. */
@NullMarked
package io.github.qbconnector.simulator.core;

import org.jspecify.annotations.NullMarked;
