/** Filters of an application that wrap requests and responses, as many have for years. */
@NullMarked
package io.github.qbconnector.compatibility.app.filters;

import org.jspecify.annotations.NullMarked;
