/**
 * Servers as operations set them up and change them while they run, with applications that bring no
 * configuration of their own.
 */
@NullMarked
package io.github.qbconnector.compatibility.operations;

import org.jspecify.annotations.NullMarked;
