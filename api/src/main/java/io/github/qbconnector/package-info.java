/** What an application compiles against: connectors, connections and their status. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector;
