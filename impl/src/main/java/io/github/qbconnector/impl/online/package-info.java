/** Floor 4: QuickBooks Online: Intuit's OAuth 2.0, faults and the Accounting API. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.impl.online;
