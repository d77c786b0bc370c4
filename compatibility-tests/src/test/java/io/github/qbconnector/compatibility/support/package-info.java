/** What the tests outside of the server need: archives, a browser, figures. */
@NullMarked
package io.github.qbconnector.compatibility.support;

import org.jspecify.annotations.NullMarked;
