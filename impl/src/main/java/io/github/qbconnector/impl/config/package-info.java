/** Floor 2: typed, validated configuration and the snapshot that follows changed secrets. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.impl.config;
