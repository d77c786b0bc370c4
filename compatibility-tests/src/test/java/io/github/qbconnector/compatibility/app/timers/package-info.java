/** An application that calls QuickBooks by the clock. */
@NullMarked
package io.github.qbconnector.compatibility.app.timers;

import org.jspecify.annotations.NullMarked;
