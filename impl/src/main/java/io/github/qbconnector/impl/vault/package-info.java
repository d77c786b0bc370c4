/** Floor 2: sealed storage of connections, the refresh lease, used flows and waiting callbacks. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.impl.vault;
