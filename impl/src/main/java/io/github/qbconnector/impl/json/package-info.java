/** Floor 1: JSON-P as the connector carries it. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.impl.json;
