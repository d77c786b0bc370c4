/** Timers that call QuickBooks when they are due. */
@NullMarked
package io.github.qbconnector.compatibility.app.callers.timers;

import org.jspecify.annotations.NullMarked;
