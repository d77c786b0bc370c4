/** Owners, and the calls that are made for them without a pause. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.chaos.load;
