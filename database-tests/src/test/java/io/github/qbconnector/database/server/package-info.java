/** Databases to test on. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.database.server;
