/** An application whose users keep their books in QuickBooks Desktop. */
@NullMarked
package io.github.qbconnector.compatibility.app.desktop;

import org.jspecify.annotations.NullMarked;
