/** Interceptors of the application's own around beans that call QuickBooks. */
@NullMarked
package io.github.qbconnector.compatibility.app.callers.interceptors;

import org.jspecify.annotations.NullMarked;
