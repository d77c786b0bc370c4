/** What can go wrong, as types that say what the caller can do. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.error;
