/** The shipped store on databases as they are, not as they are imagined. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.database;
