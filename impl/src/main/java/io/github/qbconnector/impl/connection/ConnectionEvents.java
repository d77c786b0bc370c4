package io.github.qbconnector.impl.connection;

/** Where events of the package {@code io.github.qbconnector.event} go. Never fails. */
@FunctionalInterface
public interface ConnectionEvents {
  void fire(Object event);
}
