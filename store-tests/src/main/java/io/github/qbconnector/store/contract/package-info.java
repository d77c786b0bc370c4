/** The test suite that a {@code ConnectionStore} of one's own should pass. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.store.contract;
