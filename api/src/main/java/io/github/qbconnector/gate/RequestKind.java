package io.github.qbconnector.gate;

/** What kind of caller waits for the answer; decides its form, not the decision. */
public enum RequestKind {
  /** A person's browser loads a page. */
  NAVIGATION,
  /** A script fetches data. */
  SCRIPT,
  /** A Faces page updates a part of itself. */
  FACES_PARTIAL,
  /** An enterprise bean is called; there is no HTTP answer. */
  CALL
}
