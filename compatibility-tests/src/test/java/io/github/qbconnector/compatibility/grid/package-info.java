/** Makes the grid of servers and rows out of what the launches found: a picture and a table. */
@NullMarked
package io.github.qbconnector.compatibility.grid;

import org.jspecify.annotations.NullMarked;
