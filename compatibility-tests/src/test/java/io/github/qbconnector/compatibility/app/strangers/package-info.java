/** Components that the tests add to WARs that nobody wrote for us. */
@NullMarked
package io.github.qbconnector.compatibility.app.strangers;

import org.jspecify.annotations.NullMarked;
