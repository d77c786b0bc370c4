/** The applications under test: what runs inside the server. */
@NullMarked
package io.github.qbconnector.compatibility.app;

import org.jspecify.annotations.NullMarked;
