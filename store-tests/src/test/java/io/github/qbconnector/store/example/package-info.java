/** A store of one's own, as the documentation shows it. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.store.example;
