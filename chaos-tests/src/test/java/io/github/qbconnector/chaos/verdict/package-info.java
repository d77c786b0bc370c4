/** What was seen, and what is to be thought of it. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.chaos.verdict;
