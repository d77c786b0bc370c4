/** Logins of an application. */
@NullMarked
package io.github.qbconnector.compatibility.app.logins;

import org.jspecify.annotations.NullMarked;
