/** Pages that show by expression language what their beans read from QuickBooks. */
@NullMarked
package io.github.qbconnector.compatibility.app.callers.pages;

import org.jspecify.annotations.NullMarked;
