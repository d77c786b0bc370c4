/** What applications may implement as CDI beans to replace a default of the connector. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.spi;
