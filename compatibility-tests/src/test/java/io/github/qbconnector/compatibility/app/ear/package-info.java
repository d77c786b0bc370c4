/** Enterprise beans in a jar of an EAR, and their callers in its WARs. */
@NullMarked
package io.github.qbconnector.compatibility.app.ear;

import org.jspecify.annotations.NullMarked;
