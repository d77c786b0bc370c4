/** Enterprise beans that call QuickBooks while their clients go on. */
@NullMarked
package io.github.qbconnector.compatibility.app.callers.asynchronous;

import org.jspecify.annotations.NullMarked;
