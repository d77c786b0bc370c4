/** QuickBooks Online: typed connectors, the accounting reads and the Intuit OAuth 2.0 client. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.online;
