/** What the application reads from its customers' QuickBooks. */
@NullMarked
package io.github.qbconnector.sample.accounting;

import org.jspecify.annotations.NullMarked;
