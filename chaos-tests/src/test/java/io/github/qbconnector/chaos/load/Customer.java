package io.github.qbconnector.chaos.load;

/** An owner with a connection, and since when it has seemed dead; 0 if it does not. */
record Customer(String owner, String realm, long deadSinceNanos) {

  static Customer of(String owner, String realm) {
    return new Customer(owner, realm, 0);
  }

  Customer alive() {
    return deadSinceNanos == 0 ? this : of(owner, realm);
  }

  Customer dead() {
    return deadSinceNanos == 0 ? new Customer(owner, realm, System.nanoTime()) : this;
  }

  boolean isDeadFor(long nanos) {
    return deadSinceNanos != 0 && System.nanoTime() - deadSinceNanos > nanos;
  }
}
