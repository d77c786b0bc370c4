/** The JAX-RS skin of the endpoints, and the JAX-RS door of the gate. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.impl.web.rest;
