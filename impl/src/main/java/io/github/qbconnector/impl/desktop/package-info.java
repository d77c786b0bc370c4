/** QuickBooks Desktop through Conductor: wire formats, faults, limits. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.impl.desktop;
