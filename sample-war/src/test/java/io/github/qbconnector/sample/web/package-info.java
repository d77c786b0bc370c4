/** Tests of what needs no server: words, figures and forms. */
@NullMarked
package io.github.qbconnector.sample.web;

import org.jspecify.annotations.NullMarked;
