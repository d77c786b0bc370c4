/** An application of Faces pages. */
@NullMarked
package io.github.qbconnector.compatibility.app.faces;

import org.jspecify.annotations.NullMarked;
