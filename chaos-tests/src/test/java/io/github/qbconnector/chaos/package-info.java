/** The chaos run: what it promises, and the scenes it is played in. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.chaos;
