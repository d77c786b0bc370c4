/** Companies, the people who work there, and who of them is here now. */
@NullMarked
package io.github.qbconnector.sample.tenancy;

import org.jspecify.annotations.NullMarked;
