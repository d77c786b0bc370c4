/** QuickBooks Desktop with one company file, in Conductor's words and in those of qbXML. */
@NullMarked
package io.github.qbconnector.simulator.conductor.quickbooks;

import org.jspecify.annotations.NullMarked;
