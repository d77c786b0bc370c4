/** Floor 5: the portable extension and its wiring. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.impl.cdi;
