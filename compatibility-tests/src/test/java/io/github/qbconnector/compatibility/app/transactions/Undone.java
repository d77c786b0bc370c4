package io.github.qbconnector.compatibility.app.transactions;

import jakarta.ejb.ApplicationException;

/** What a caller throws after all, with what it had read from QuickBooks until then. */
@ApplicationException(rollback = true)
public class Undone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * After a call.
   *
   * @param read what the call has answered
   */
  public Undone(String read) {
    super(read);
  }

  /** What was read before. */
  public String read() {
    return String.valueOf(getMessage());
  }
}
