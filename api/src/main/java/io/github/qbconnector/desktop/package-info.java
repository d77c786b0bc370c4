/** QuickBooks Desktop, reached through Conductor and the user's own Windows machine. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.desktop;
