/** Steps of batch jobs that call QuickBooks, and who starts them. */
@NullMarked
package io.github.qbconnector.compatibility.app.callers.batch;

import org.jspecify.annotations.NullMarked;
