@org.jspecify.annotations.NullMarked
package io.github.qbconnector.benchmarks;
