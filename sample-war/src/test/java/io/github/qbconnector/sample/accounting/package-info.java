/** Tests of how invoices of either product become the ones that are shown. */
@NullMarked
package io.github.qbconnector.sample.accounting;

import org.jspecify.annotations.NullMarked;
