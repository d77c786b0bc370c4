/** Pages that an application has below the path of the connector's endpoints. */
@NullMarked
package io.github.qbconnector.compatibility.app.served;

import org.jspecify.annotations.NullMarked;
