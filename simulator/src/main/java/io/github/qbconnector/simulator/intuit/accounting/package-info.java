/** Intuit's accounting data: companies, reads and queries. */
@NullMarked
package io.github.qbconnector.simulator.intuit.accounting;

import org.jspecify.annotations.NullMarked;
