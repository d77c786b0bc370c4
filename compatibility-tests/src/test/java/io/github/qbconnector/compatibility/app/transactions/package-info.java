/** Callers that undo what they did, and callers that keep connections of the pool. */
@NullMarked
package io.github.qbconnector.compatibility.app.transactions;

import org.jspecify.annotations.NullMarked;
