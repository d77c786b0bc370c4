/** The chaos application: what runs on the nodes, with the product's packed jars. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.chaos.app;
