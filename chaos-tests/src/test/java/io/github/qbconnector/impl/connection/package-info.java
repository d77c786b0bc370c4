/** Stands in for classes of the product in runs that must fail. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.impl.connection;
