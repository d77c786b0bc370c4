/** The skin for a WAR on a Jakarta EE server. */
@NullMarked
package io.github.qbconnector.simulator.servlet;

import org.jspecify.annotations.NullMarked;
