/** Servlets and resources of an application that answer later, or bit by bit. */
@NullMarked
package io.github.qbconnector.compatibility.app.streams;

import org.jspecify.annotations.NullMarked;
