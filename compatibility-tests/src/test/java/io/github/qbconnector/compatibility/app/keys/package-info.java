/** An application whose operators look after the store's keys. */
@NullMarked
package io.github.qbconnector.compatibility.app.keys;

import org.jspecify.annotations.NullMarked;
