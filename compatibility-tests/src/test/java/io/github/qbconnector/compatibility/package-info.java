/** The promises that hold on every server and in every shape of WAR. */
@NullMarked
package io.github.qbconnector.compatibility;

import org.jspecify.annotations.NullMarked;
