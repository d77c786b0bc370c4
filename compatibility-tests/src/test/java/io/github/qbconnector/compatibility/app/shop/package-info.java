/** An application of 2009: servlets and a page by descriptor, and an enterprise bean. */
@NullMarked
package io.github.qbconnector.compatibility.app.shop;

import org.jspecify.annotations.NullMarked;
