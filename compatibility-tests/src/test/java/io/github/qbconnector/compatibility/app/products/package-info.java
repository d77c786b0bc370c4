/** An application whose users keep their books in different products. */
@NullMarked
package io.github.qbconnector.compatibility.app.products;

import org.jspecify.annotations.NullMarked;
