/** The application's own customers and invoices. */
@NullMarked
package io.github.qbconnector.sample.billing;

import org.jspecify.annotations.NullMarked;
