/** Floor 2: what is known of connections, sealed and kept in a store; leases; used flows. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.impl.vault;
