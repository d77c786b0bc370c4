/** Real servers and a real database, as processes that real signals reach. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.chaos.cluster;
