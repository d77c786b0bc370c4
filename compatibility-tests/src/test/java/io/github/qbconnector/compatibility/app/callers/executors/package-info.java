/** Tasks on the container's executors that call QuickBooks. */
@NullMarked
package io.github.qbconnector.compatibility.app.callers.executors;

import org.jspecify.annotations.NullMarked;
