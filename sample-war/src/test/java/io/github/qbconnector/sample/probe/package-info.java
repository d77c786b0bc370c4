/** What the tests put into the WAR beside the application: a clock to move, and eyes. */
@NullMarked
package io.github.qbconnector.sample.probe;

import org.jspecify.annotations.NullMarked;
