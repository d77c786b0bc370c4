/** What an application may replace of the connector, and what it may observe. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.compatibility.app.own;
