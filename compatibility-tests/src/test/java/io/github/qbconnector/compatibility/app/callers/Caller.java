package io.github.qbconnector.compatibility.app.callers;

/** Gets an errand done by a part of the application, and waits for what comes of it. */
@FunctionalInterface
public interface Caller {

  /**
   * Has it done.
   *
   * @return what was read
   * @throws Exception what the part has thrown, or with it as its cause
   */
  String run(Errand errand) throws Exception;
}
