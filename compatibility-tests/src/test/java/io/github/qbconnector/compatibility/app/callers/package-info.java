/** Parts of an application that call QuickBooks: each kind does the same, alone in its WAR. */
@NullMarked
package io.github.qbconnector.compatibility.app.callers;

import org.jspecify.annotations.NullMarked;
