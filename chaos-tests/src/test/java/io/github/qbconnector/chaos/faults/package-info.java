/** What goes wrong, where, and who sees to it. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.chaos.faults;
