/** Enterprise beans that call the connector, and a caller of them. */
@NullMarked
package io.github.qbconnector.compatibility.app.beans;

import org.jspecify.annotations.NullMarked;
