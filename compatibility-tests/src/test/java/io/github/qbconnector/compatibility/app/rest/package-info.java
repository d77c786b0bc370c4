/** An application's own JAX-RS, which knows nothing of the connector. */
@NullMarked
package io.github.qbconnector.compatibility.app.rest;

import org.jspecify.annotations.NullMarked;
