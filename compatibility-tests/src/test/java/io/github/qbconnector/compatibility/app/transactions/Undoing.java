package io.github.qbconnector.compatibility.app.transactions;

/** A caller whose transaction is rolled back after it has called QuickBooks. */
@FunctionalInterface
public interface Undoing {

  /**
   * Works, calls, and undoes its work.
   *
   * @return never, if it ends as many do: by an exception
   * @throws Undone with what was read, or as the cause of something
   */
  String callAndUndo(String owner) throws Exception;
}
