/** Floor 3: the one life cycle of connections for both products, and the port they plug into. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.impl.connection;
