/** One decision, three doors: whether a request that needs QuickBooks may pass. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.gate;
