/** A WebSocket endpoint that calls QuickBooks. */
@NullMarked
package io.github.qbconnector.compatibility.app.callers.sockets;

import org.jspecify.annotations.NullMarked;
