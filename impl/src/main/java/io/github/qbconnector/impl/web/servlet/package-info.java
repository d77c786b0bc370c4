/** The servlet skin of the endpoints. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.impl.web.servlet;
