/** Pages: servlets as controllers, JSP as views. */
@NullMarked
package io.github.qbconnector.sample.web;

import org.jspecify.annotations.NullMarked;
