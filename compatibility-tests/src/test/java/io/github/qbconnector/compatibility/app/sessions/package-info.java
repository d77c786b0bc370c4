/** What an application keeps in its sessions. */
@NullMarked
package io.github.qbconnector.compatibility.app.sessions;

import org.jspecify.annotations.NullMarked;
