/** Floor 4: the endpoints and pages, neutral to the way they are served. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.impl.web;
