/** Floor 1: the stores that come with the connector. They hold sealed records and no keys. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.impl.store;
