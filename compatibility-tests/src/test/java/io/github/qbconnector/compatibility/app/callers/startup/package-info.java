/** An enterprise bean that looks at QuickBooks when the application starts. */
@NullMarked
package io.github.qbconnector.compatibility.app.callers.startup;

import org.jspecify.annotations.NullMarked;
