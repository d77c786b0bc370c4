/** Injection points that no configuration of the tests fits. */
@NullMarked
package io.github.qbconnector.compatibility.app.mistakes;

import org.jspecify.annotations.NullMarked;
