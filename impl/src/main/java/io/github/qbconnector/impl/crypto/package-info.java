/**
 * Floor 1: sealed envelopes, key derivation and random identifiers. Knows nothing of the product.
 */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.impl.crypto;
