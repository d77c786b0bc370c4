package io.github.qbconnector.impl.cdi;

/** Something that is done again and again, until this ends. */
@FunctionalInterface
interface Schedule extends AutoCloseable {
  @Override
  void close();
}
