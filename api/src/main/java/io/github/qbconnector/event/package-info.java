/** What applications can observe with {@code @Observes}; fired after the change is stored. */
@org.jspecify.annotations.NullMarked
package io.github.qbconnector.event;
