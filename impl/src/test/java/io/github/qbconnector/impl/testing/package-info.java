/** The rooms put together without a container, against the simulator. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.impl.testing;
