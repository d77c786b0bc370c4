/** What the connector costs, measured: JMH, memory, and the time a deployment takes. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.benchmarks;
