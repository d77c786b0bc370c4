package io.github.qbconnector.compatibility.app.callers;

import io.github.qbconnector.compatibility.app.transactions.Undone;
import io.github.qbconnector.error.QuickBooksException;
import java.util.concurrent.ExecutionException;

/**
 * What came of an errand, as callers tell it apart: by the types of exceptions, which nothing may
 * wrap but a future and its executor.
 *
 * @param text what a test compares
 */
public record Outcome(String text) {

  /** Has an errand done. */
  public static Outcome of(Caller caller, Errand errand) {
    try {
      return new Outcome(caller.run(errand));
    } catch (ExecutionException e) {
      return new Outcome(told(cause(e)));
    } catch (Exception e) {
      return new Outcome(told(e));
    }
  }

  private static Throwable cause(Throwable thrown) {
    Throwable below = thrown.getCause();
    boolean isTold = thrown instanceof QuickBooksException || thrown instanceof Undone;
    return isTold || below == null ? thrown : cause(below);
  }

  private static String told(Throwable thrown) {
    if (thrown instanceof Undone undone) {
      return "undone after " + undone.read();
    }
    return thrown instanceof QuickBooksException ours
        ? ours.getClass().getSimpleName() + " " + ours.code()
        : "failed: " + thrown;
  }
}
