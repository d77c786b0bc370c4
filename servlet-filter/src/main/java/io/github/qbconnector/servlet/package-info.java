/** The gate for routes: servlet filters that ask the gate of the API. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.servlet;
